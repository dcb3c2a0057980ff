// A card is dragged to another column: its own form is sent, as its button would send it.

export default function kanban(board: HTMLElement): void {
  let dragged: HTMLElement | undefined;

  board.addEventListener("dragstart", (event) => {
    dragged = cardOf(event.target);
    if (dragged === undefined) return;
    event.dataTransfer?.setData("text/plain", dragged.dataset.deal ?? "");
    if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = "move";
    dragged.classList.add("dragged");
  });

  board.addEventListener("dragover", (event) => {
    const pile = pileOf(event.target);
    if (dragged === undefined || pile === undefined) return;
    event.preventDefault();
    mark(board, pile);
  });

  board.addEventListener("drop", (event) => {
    const pile = pileOf(event.target);
    if (dragged === undefined || pile === undefined) return;
    event.preventDefault();
    if (!pile.contains(dragged)) send(dragged, pile.dataset.stage ?? "");
  });

  board.addEventListener("dragend", () => {
    dragged?.classList.remove("dragged");
    dragged = undefined;
    mark(board, undefined);
  });
}

function cardOf(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>("[draggable=true]") ?? undefined;
}

function pileOf(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>("[data-stage]") ?? undefined;
}

function mark(board: HTMLElement, over: HTMLElement | undefined): void {
  for (const pile of board.querySelectorAll("[data-stage]"))
    pile.classList.toggle("over", pile === over);
}

function send(card: HTMLElement, stage: string): void {
  const form = card.querySelector("form");
  const choice = form?.querySelector<HTMLSelectElement>("select[name=stage]");
  if (form === null || choice === null || choice === undefined) return;
  choice.value = stage;
  form.requestSubmit();
}
