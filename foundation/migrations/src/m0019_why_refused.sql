-- Why a client of a move stayed where it was or did not come back: the sentence in each language, as
-- JSON; nothing of those that nobody refused.
alter table book_move_row add column refused text;
