// The clients of the list below on a map. The list says the same to whoever cannot see it.

import { element } from "desk/elements";
import { type Marker, SlippyMap } from "desk/slippy_map";

export default function mapAccounts(box: HTMLElement): void {
  const markers: Marker[] = [];
  for (const row of document.querySelectorAll<HTMLElement>("[data-lat][data-lon]")) {
    const link = row.querySelector<HTMLAnchorElement>("a");
    const [lat, lon] = [Number(row.dataset["lat"]), Number(row.dataset["lon"])];
    if (link === null || !Number.isFinite(lat) || !Number.isFinite(lon)) continue;
    const name = link.firstChild?.textContent?.trim() ?? "";
    markers.push({ lat, lon, name, address: link.href });
  }
  if (markers.length === 0) {
    box.hidden = true;
    return;
  }
  const words = (name: string): string => box.dataset[name] ?? "";
  const map = new SlippyMap(box, markers, words("tiles"), {
    closer: words("closer"),
    farther: words("farther"),
    all: words("all"),
    several: words("several"),
    close: words("close"),
  });
  const credit = words("credit");
  if (credit !== "") box.append(element("p", { class: "map-credit" }, credit));
  map.showAll();
}
