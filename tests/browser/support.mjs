// What the tests of the page share: a browser, pages of reports, and waiting for what the page does.

import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {after, before} from "node:test";

import {launch, open, reportOf} from "./browser.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Makes the reports of these data sets before the tests of a file. `on` runs a body on a page of one of them
// and then asks that nothing went wrong in it.
export function pagesOf(...dataSets) {
  let browser;
  const reports = {};
  before(async () => {
    browser = await launch();
    for (const data of dataSets) reports[data.split("/").pop()] = reportOf(data);
  });
  after(() => browser?.close());
  const on = async (name, body, options = {}) => {
    const {page, wrongs, close} = await open(browser, reports[name], options);
    try {
      await body(page);
      assert.deepEqual(wrongs, []);
    } finally {
      await close();
    }
  };
  return {on, reports};
}

export const dataOf = (page) => page.evaluate(() => JSON.parse(document.getElementById("data").textContent));

export const visible = (page, selector) =>
    page.locator(selector).evaluateAll((all) => all.filter((e) => e.getClientRects().length > 0).length);

// Playwright's own waiting evaluates strings, which the policy of the page forbids.
export async function eventually(condition) {
  for (let tries = 0; tries < 100; ++tries) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`never came true: ${condition}`);
}

// The serious findings of axe-core.
export const audit = (page) => page.evaluate(async (source) => {
  new Function(source)();
  const {violations} = await window.axe.run(document, {resultTypes: ["violations"]});
  return violations.filter((v) => ["serious", "critical"].includes(v.impact))
      .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
}, axe);

// The text of the file that a button saves.
export async function saved(page, button, encoding = "utf8") {
  const [download] = await Promise.all(
      [page.waitForEvent("download"), page.getByRole("button", {name: button, exact: true}).click()]);
  return readFile(await download.path(), encoding);
}
