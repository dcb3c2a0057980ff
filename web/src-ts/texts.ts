// The few sentences that scripts say themselves; all others come with the page.

const id = {
  cancel: "Batal",
  keys: "Pintasan keyboard",
  keysOn: "Pakai pintasan satu huruf",
  close: "Tutup",
  search: "Cari",
  next: "Baris berikutnya",
  previous: "Baris sebelumnya",
  open: "Buka",
  choose: "Pilih baris",
  log: "Catat aktivitas",
  help: "Tampilkan pintasan ini",
  live: "Diperbarui otomatis",
  paused: "Dijeda",
  down: (since: string) => `Tidak tersambung sejak ${since}`,
  chosen: (count: string) => `${count} dipilih`,
  placed: (name: string, place: number, all: number) => `${name}: ${place} dari ${all}`,
  justNow: "baru saja",
  copied: "Disalin",
};

const en: typeof id = {
  cancel: "Cancel",
  keys: "Keyboard shortcuts",
  keysOn: "Use single-letter shortcuts",
  close: "Close",
  search: "Search",
  next: "Next row",
  previous: "Previous row",
  open: "Open",
  choose: "Select row",
  log: "Log an activity",
  help: "Show these shortcuts",
  live: "Updates by itself",
  paused: "Paused",
  down: (since: string) => `Not connected since ${since}`,
  chosen: (count: string) => `${count} selected`,
  placed: (name: string, place: number, all: number) => `${name}: ${place} of ${all}`,
  justNow: "just now",
  copied: "Copied",
};

export const lang = document.documentElement.lang === "en" ? "en" : "id";
export const texts = lang === "en" ? en : id;

/** A time of day as people here write it: 09.12 in Indonesian, 09:12 in English. */
export function clock(moment: Date): string {
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "id-ID", {
    hour: "2-digit",
    minute: "2-digit",
  });
  return format.format(moment);
}
