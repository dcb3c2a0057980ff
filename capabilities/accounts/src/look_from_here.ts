// Asks the browser where one is, once, when the button is pressed, and looks from there.

export default function lookFromHere(form: HTMLElement): void {
  const button = form.querySelector<HTMLButtonElement>("[data-here]");
  const field = form.querySelector<HTMLInputElement>("[name=near]");
  const failed = form.querySelector<HTMLElement>("[data-failed]");
  if (button === null || field === null || !(form instanceof HTMLFormElement)) return;
  if (!("geolocation" in navigator)) return;

  button.hidden = false;
  button.addEventListener("click", () => {
    button.setAttribute("aria-busy", "true");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // To about a hundred metres: enough to sort by, and no more than that.
        field.value = `${coords.latitude.toFixed(3)}, ${coords.longitude.toFixed(3)}`;
        form.requestSubmit();
      },
      () => {
        button.removeAttribute("aria-busy");
        if (failed === null) return;
        failed.textContent = form.dataset["none"] ?? "";
        failed.hidden = false;
      },
      { maximumAge: 60_000, timeout: 15_000 },
    );
  });
}
