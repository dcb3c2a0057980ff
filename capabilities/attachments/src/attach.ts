// Sends chosen or dropped files one after the other, and says how far each is. Without it the form
// sends them all at once.

import { announce } from "desk/announce";
import { element } from "desk/elements";
import { refetch } from "desk/fragments";

export default function attach(form: HTMLElement): void {
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  const list = form.querySelector<HTMLElement>("[data-uploads]");
  if (!(form instanceof HTMLFormElement) || input === null || list === null) return;
  const uploads = new Uploads(form, list);

  // Whoever chooses has chosen: there is nothing more to press.
  const button = form.querySelector<HTMLElement>("[data-plain]");
  if (button !== null) button.hidden = true;
  const chosen = (files: FileList | null | undefined): void => {
    uploads.add([...(files ?? [])]);
    input.value = "";
  };
  input.addEventListener("change", () => chosen(input.files));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    chosen(input.files);
  });
  acceptDrops(form, chosen);
}

function acceptDrops(form: HTMLElement, chosen: (files: FileList | undefined) => void): void {
  const over = (event: DragEvent, is: boolean): void => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    form.classList.toggle("over", is);
  };
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => over(event, false));
  form.addEventListener("drop", (event) => {
    over(event, false);
    chosen(event.dataTransfer?.files);
  });
}

class Uploads {
  private readonly waiting: { file: File; line: Line }[] = [];
  private busy = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly list: HTMLElement,
  ) {
    addEventListener("beforeunload", (event) => {
      if (this.busy) event.preventDefault();
    });
  }

  add(files: File[]): void {
    for (const file of files) {
      const line = new Line(file, this.form.dataset, () => this.add([file]));
      this.list.append(line.item);
      this.list.hidden = false;
      if (file.size > Number(this.form.dataset["most"])) {
        line.refuse(this.form.dataset["tooLarge"] ?? "");
      } else {
        this.waiting.push({ file, line });
      }
    }
    if (!this.busy) void this.send();
  }

  private async send(): Promise<void> {
    this.busy = true;
    let kept = false;
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      const refused = await post(this.form, next.file, next.line);
      if (refused === "") {
        next.line.keep();
        kept = true;
      } else {
        next.line.refuse(refused);
      }
    }
    this.busy = false;
    const known = document.getElementById("attachments");
    if (kept && known !== null) await refetch(known, location.href).catch(() => false);
  }
}

// One file on its way: its name, how far it is, and what became of it.
class Line {
  readonly item: HTMLElement;
  private readonly bar = element("progress", { max: "1", value: "0" });
  private readonly said = element("span", { class: "soft" });

  constructor(
    private readonly file: File,
    private readonly texts: DOMStringMap,
    private readonly again: () => void,
  ) {
    this.bar.setAttribute("aria-label", file.name);
    this.item = element(
      "li",
      {},
      element("div", { class: "main" }, file.name, this.said, this.bar),
    );
  }

  progress(part: number): void {
    this.bar.value = part;
    // All of it is there, and is looked at.
    if (part === 1) this.said.textContent = this.texts["looking"] ?? "";
  }

  keep(): void {
    this.bar.remove();
    this.said.textContent = this.texts["kept"] ?? "";
    announce(`${this.file.name}: ${this.texts["kept"] ?? ""}`);
  }

  refuse(why: string): void {
    this.bar.remove();
    this.said.className = "why";
    this.said.textContent = why;
    announce(`${this.file.name}: ${why}`);
    if (why !== this.texts["failed"]) return;
    const button = element("button", { class: "button quiet small", type: "button" });
    button.textContent = this.texts["again"] ?? "";
    button.addEventListener("click", () => {
      this.item.remove();
      this.again();
    });
    this.item.append(button);
  }
}

/** Sends one file; answers why it is not kept, or nothing. Only this way of asking tells how far
 * it is. */
function post(form: HTMLFormElement, file: File, line: Line): Promise<string> {
  const body = new FormData();
  const internal = form.querySelector<HTMLInputElement>("[name=internal]");
  if (internal?.checked === true) body.append("internal", "on");
  body.append("files", file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) line.progress(event.loaded / event.total);
    });
    request.addEventListener("load", () => resolve(refusal(form, file, request)));
    request.addEventListener("error", () => resolve(form.dataset["failed"] ?? ""));
    request.open("POST", form.dataset["api"] ?? "");
    request.send(body);
  });
}

interface Problem {
  detail?: string;
  fields?: { message: string }[];
}

function refusal(form: HTMLFormElement, file: File, request: XMLHttpRequest): string {
  if (request.status === 200 || request.status === 201) return "";
  try {
    const problem: Problem = JSON.parse(request.responseText);
    const said = problem.fields?.[0]?.message ?? problem.detail;
    const named = `${file.name}: `;
    if (said !== undefined) return said.startsWith(named) ? said.slice(named.length) : said;
  } catch {
    // A proxy in between says what it likes.
  }
  return request.status === 413 ? (form.dataset["tooLarge"] ?? "") : (form.dataset["failed"] ?? "");
}
