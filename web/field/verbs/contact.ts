/** Calls, writes to, or drives to a client; the link opens at once and the deed is noted. */

import { momentNow } from "../phone/moment.ts";
import { navigationLink, whatsappLink } from "../phone/platform.ts";
import type { Channel } from "../protocol/event.ts";
import type { Account, Contact } from "../protocol/snapshot.ts";
import { element, icon } from "../screen/element.ts";
import { say } from "../screen/words.ts";
import { save } from "./save.ts";

export interface Way {
  channel: Channel;
  href: string;
  contact: Contact | null;
}

/** The best way to reach this client by each channel; those that are unknown are not there. */
export function waysTo(account: Account): Partial<Record<Channel, Way>> {
  const ways: Partial<Record<Channel, Way>> = {};
  if (account.place !== null)
    ways.navigate = {
      channel: "navigate",
      href: navigationLink(account.place, account.name),
      contact: null,
    };
  const callable = account.contacts.find((contact) => contact.phone !== null) ?? null;
  const number = callable?.phone ?? account.phone;
  if (number !== null && number !== undefined)
    ways.call = { channel: "call", href: `tel:${number}`, contact: callable };
  const chatty = account.contacts.find((contact) => contact.whatsapp !== null);
  if (chatty?.whatsapp)
    ways.whatsapp = { channel: "whatsapp", href: whatsappLink(chatty.whatsapp), contact: chatty };
  return ways;
}

export function waysToContact(contact: Contact): Way[] {
  const ways: Way[] = [];
  if (contact.phone !== null) ways.push({ channel: "call", href: `tel:${contact.phone}`, contact });
  if (contact.whatsapp !== null)
    ways.push({ channel: "whatsapp", href: whatsappLink(contact.whatsapp), contact });
  return ways;
}

const ICONS: Record<Channel, string> = {
  call: "phone",
  whatsapp: "message-circle",
  navigate: "navigation",
};

/** A link that also writes down that it was used. */
export function wayLink(way: Way, account: Account, className = "button quiet"): HTMLAnchorElement {
  const label = say(`way-${way.channel}`);
  const leaves = way.href.startsWith("https:");
  return element(
    "a",
    {
      class: className,
      key: `${way.channel}-${account.id}-${way.contact?.id ?? ""}`,
      attributes: {
        href: way.href,
        "aria-label": say("way-to", { way: label, name: way.contact?.name ?? account.name }),
        target: leaves && "_blank",
        rel: leaves && "noopener noreferrer",
      },
      on: { click: () => void log(way, account) },
    },
    icon(ICONS[way.channel]),
    label,
  );
}

async function log(way: Way, account: Account): Promise<void> {
  const payload = {
    account_id: account.id,
    channel: way.channel,
    ...(way.contact === null ? {} : { contact_id: way.contact.id }),
  };
  await save([{ kind: "contact_log", payload, subject: account.name }], { moment: momentNow() });
}
