-- What those say who moved a client, or answer for whoever has it now. It stands apart from the note
-- of whoever had it, who reads no word of theirs.
alter table handover_pack add column side_note text;
