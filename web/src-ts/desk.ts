// What a page of the desk gains when scripts run; every page works without.

import { keepAges } from "./ages";
import { arrangeColumns } from "./arrange";
import { offerCopies } from "./copy";
import { openDialogs } from "./dialogs";
import { guardForms } from "./forms";
import { listenToKeys } from "./keys";
import { followLive } from "./live";
import { offerMentions } from "./mentions";
import { closeMenus } from "./menus";
import { start } from "./modules";
import { offerFinds } from "./offers";
import { chooseRows } from "./rows";

openDialogs();
closeMenus();
guardForms();
listenToKeys();
keepAges();
offerCopies();
offerFinds();
offerMentions();
chooseRows();
arrangeColumns();
start(document);
followLive();
