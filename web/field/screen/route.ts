/** Where the person is. Every place has an address, so that back, reload and links work. */
export type Route =
  | { place: "today" }
  | { place: "clients" }
  | { place: "client"; account: string }
  | { place: "record" }
  | { place: "outbox" }
  | { place: "phone" };

const BASE = "/field";

export function routeOf(path: string): Route {
  const [place, id] = path
    .slice(BASE.length)
    .split("/")
    .filter((part) => part !== "");
  switch (place) {
    case "clients":
      return id === undefined ? { place: "clients" } : { place: "client", account: id };
    case "record":
    case "outbox":
    case "phone":
      return { place };
    default:
      return { place: "today" };
  }
}

export function addressOf(route: Route): string {
  switch (route.place) {
    case "today":
      return BASE;
    case "client":
      return `${BASE}/clients/${route.account}`;
    default:
      return `${BASE}/${route.place}`;
  }
}

/** Follows links inside the app without loading the page again. */
export function watchRoute(onChange: (route: Route) => void): void {
  document.addEventListener("click", (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey
    )
      return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (
      link === null ||
      link.origin !== location.origin ||
      !`${link.pathname}/`.startsWith(`${BASE}/`)
    )
      return;
    event.preventDefault();
    goTo(routeOf(link.pathname));
  });
  addEventListener("popstate", () => onChange(routeOf(location.pathname)));
  addEventListener("field:route", () => onChange(routeOf(location.pathname)));
}

export function goTo(route: Route): void {
  if (location.pathname !== addressOf(route)) history.pushState(null, "", addressOf(route));
  dispatchEvent(new Event("field:route"));
}
