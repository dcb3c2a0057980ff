import assert from "node:assert/strict";
import test from "node:test";

import { phoneNumber, zoneName } from "./format.ts";

test("a number is written as people here write it", () => {
  assert.equal(phoneNumber("+62215550105"), "021 5550 105");
  assert.equal(phoneNumber("+628115550105"), "0811 5550 105");
  assert.equal(phoneNumber("+6591234567"), "+6591234567");
});

test("a zone has the name that people here know, and elsewhere its distance", () => {
  assert.equal(zoneName("Asia/Makassar"), "WITA");
  assert.equal(zoneName("Asia/Tokyo"), "GMT+9");
});
