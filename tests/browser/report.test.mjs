// What a reader does with report.html, in a real browser.

import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {describe, it} from "node:test";

import {audit, dataOf, eventually, pagesOf, visible} from "./support.mjs";

const {on, reports} = pagesOf(
    "data/jerusalem-axis", "data/florentine-families", "data/highland-tribes", "tests/browser/hostile");

const viewBox = (page) => page.locator("figure.drawing svg").first().getAttribute("viewBox");

describe("the figure", () => {
  it("is a group with an element for each actor and tie",
     () => on("jerusalem-axis", async (page) => {
       const data = await dataOf(page);
       const svg = page.locator("figure.drawing:not([hidden]) svg");
       assert.equal(await svg.getAttribute("role"), "group");
       assert.equal(await svg.locator("g.node").count(), data.actors.id.length);
       assert.ok(await svg.locator("g.edge").count() > 10);
       assert.equal(await svg.locator('g.node[tabindex="0"]').count(), 1);
     }));

  it("zooms by buttons, keys and wheel, pans by drag, and comes back",
     () => on("jerusalem-axis", async (page) => {
       const whole = await viewBox(page);
       const width = async () => Number((await viewBox(page)).split(" ")[2]);
       const full = await width();
       await page.getByRole("button", {name: "Zoom in"}).click();
       const once = await width();
       assert.ok(once < full);
       await page.locator("figure.drawing g.node").first().focus();
       await page.keyboard.press("+");
       assert.ok(await width() < once);
       await page.keyboard.press("0");
       assert.equal(await viewBox(page), whole);
       await page.locator("figure.drawing:not([hidden]) svg").evaluate((svg) => svg.scrollIntoView());
       const box = await page.locator("figure.drawing:not([hidden]) svg").boundingBox();
       await page.mouse.move(box.x + box.width / 2, box.y + 5);
       await page.mouse.wheel(0, -400);
       await eventually(async () => await viewBox(page) !== whole);
       const zoomed = await viewBox(page);
       await page.mouse.down();
       await page.mouse.move(box.x + box.width / 2 + 80, box.y + 60, {steps: 4});
       await page.mouse.up();
       assert.notEqual(await viewBox(page), zoomed);
       await page.getByRole("button", {name: "Show the whole figure"}).click();
       assert.equal(await viewBox(page), whole);
     }));

  it("raises the neighbors of the actor under the pointer",
     () => on("florentine-families", async (page) => {
       const data = await dataOf(page);
       const medici = data.actors.id.indexOf("medici");
       const others = new Set(data.ties.source.flatMap(
           (s, i) =>
               (s === medici                       ? [data.ties.target[i]] :
                    data.ties.target[i] === medici ? [s] :
                                                     [])));
       await page.locator('figure.drawing:not([hidden]) g.node[data-id="medici"] .shape').hover();
       assert.equal(await page.locator("figure.drawing:not([hidden]) g.node.near").count(), others.size + 1);
       assert.equal(await page.locator("figure.drawing:not([hidden]) svg.focusing").count(), 1);
     }));

  it("raises the neighbors of the actor that has the focus",
     () => on("florentine-families", async (page) => {
       await page.locator('figure.drawing:not([hidden]) g.node[tabindex="0"]').focus();
       const first = await page.locator("figure.drawing:not([hidden]) g.node.near")
                         .evaluateAll((all) => all.map((g) => g.dataset.id));
       assert.ok(first.length > 1);
       let second = first;
       for (const key
                of ["ArrowRight", "ArrowLeft"]) {  // the first actor may stand at the border of the figure
         if (String(second) !== String(first)) break;
         await page.keyboard.press(key);
         second = await page.locator("figure.drawing:not([hidden]) g.node.near")
                      .evaluateAll((all) => all.map((g) => g.dataset.id));
       }
       assert.ok(second.length > 1);
       assert.notDeepEqual(first, second);
     }));

  it("takes colors and sizes from a measure, with a legend of its own, and gives the drawn ones back",
     () => on("florentine-families", async (page) => {
       const look = () =>
           page.locator('figure.drawing:not([hidden]) g.node[data-id="medici"] .shape')
               .evaluate((shape) => [getComputedStyle(shape).fill, shape.getBoundingClientRect().width]);
       const [fill, width] = await look();
       await page.locator("#color").selectOption({label: "betweenness"});
       await page.locator("#size").selectOption({label: "degree"});
       const [newFill, newWidth] = await look();
       assert.notEqual(newFill, fill);
       assert.notEqual(newWidth, width);
       assert.match(await page.locator("#legend").innerText(), /Color: betweenness[\s\S]*Size: degree/);
       assert.equal(await visible(page, "figure.drawing:not([hidden]) g.legend"), 0);
       await page.locator("#color").selectOption("");
       await page.locator("#size").selectOption("");
       assert.deepEqual(await look(), [fill, width]);
     }));

  for (const name of ["jerusalem-axis", "florentine-families", "highland-tribes"])
    it(`keeps shapes that it makes larger off all labels in ${name}`,
       () => on(name, async (page) => {
         for (const measure of ["degree", "closeness"]) {
           await page.locator("#size").selectOption({label: measure});
           const clashes = await page.evaluate(() => {
             const nodes = [...document.querySelectorAll("figure.drawing:not([hidden]) g.node")];
             const boxes = (selector) => nodes.map(
                 (node) => [...node.querySelectorAll(selector)].map((part) => part.getBoundingClientRect()));
             const meet = (a, b) =>
                 a.left + 1 < b.right && b.left + 1 < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom;
             const shapes = boxes(".shape"), texts = boxes("text");
             return nodes.flatMap(
                 (node, i) => texts.flatMap(
                     (labels, k) =>
                         (labels.some((label) => meet(shapes[i][0], label)) ? [[node.dataset.id, k]] : [])));
           });
           assert.deepEqual(clashes, []);
         }
       }));
});

describe("the card", () => {
  it("opens for the actor that is searched, and gives the focus back",
     () => on("jerusalem-axis", async (page) => {
       const search = page.getByLabel("Find an actor");
       await search.fill("KHAMEN");
       assert.equal(await page.locator("#matches a").count(), 1);
       await search.press("Enter");
       const card = page.getByRole("dialog");
       assert.equal(await card.getByRole("heading", {level: 2}).innerText(), "Ali Khamenei");
       assert.match(await card.innerText(), /Supreme leader/);
       assert.match(await card.locator("table").first().innerText(), /degree\s+\d+\s+\d+/);
       assert.equal(await page.evaluate(() => document.activeElement.id), "card-title");
       await page.keyboard.press("Escape");
       assert.equal(await card.isVisible(), false);
       assert.equal(await page.evaluate(() => document.activeElement.id), "search");
     }));

  it("tells every tie of the actor with its dates, confidence, note and source",
     () => on("jerusalem-axis", async (page) => {
       const data = await dataOf(page);
       const i = data.actors.id.indexOf("ziyad-al-nakhalah");
       const expected = data.ties.source.filter((s, row) => s === i || data.ties.target[row] === i).length;
       await page.locator('figure.drawing:not([hidden]) g.node[data-id="ziyad-al-nakhalah"]').click();
       const card = page.getByRole("dialog");
       assert.equal(await card.locator("ul.ties > li").count(), expected);
       const text = await card.innerText();
       assert.match(text, /2018/);
       assert.match(text, /confidence 1/);
       assert.match(text, /Leader since 2018/);
       assert.match(text, /ties\.csv, line \d+/);
       const link = card.locator(".cited a").first();
       assert.match(await link.getAttribute("href"), /^https:\/\//);
       assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
     }));

  it("gives measures, ranks, intervals of uncertain ties, community, faction and further columns",
     () => on("jerusalem-axis", async (page) => {
       const {actors} = await dataOf(page);
       await page.locator('figure.drawing:not([hidden]) g.node[data-id="iran"]').click();
       const card = page.getByRole("dialog");
       const facts = await card.locator("dl.facts").first().innerText();
       assert.match(facts, /community\s+\d/);
       assert.match(facts, /faction\s+[12]/);
       assert.match(facts, /form\s/);
       const centrality =
           (await readFile(reports["jerusalem-axis"].replace("report.html", "robustness.csv"), "utf8"))
               .trim()
               .split(/\r?\n/)
               .map((line) => line.split(","));
       const row = centrality.find((cells) => cells[0] === "iran");
       const told =
           await card.locator("tr", {has: page.getByRole("rowheader", {name: "betweenness", exact: true})})
               .first()
               .innerText();
       assert.deepEqual(told.split(/\s+/), ["betweenness", row[3], row[4], `${row[5]}–${row[6]}`]);
       assert.equal(actors.id.length, 24);
     }));

  it("opens for a tie by click and by Enter",
     () => on("florentine-families", async (page) => {
       const edge =
           page.locator('figure.drawing:not([hidden]) g.edge[data-source="acciaiuoli"][data-target="medici"]')
               .first();
       await edge.evaluate((group) => group.scrollIntoView({block: "center"}));
       // A point of the tie that no other tie or actor covers.
       const point = await edge.locator(".hit").evaluate((path) => {
         for (let part = 0.05; part < 1; part += 0.05) {
           const at =
               path.getPointAtLength(path.getTotalLength() * part).matrixTransform(path.getScreenCTM());
           if (path.parentNode.contains(document.elementFromPoint(at.x, at.y))) return [at.x, at.y];
         }
         return null;
       });
       await page.mouse.click(...point);
       const card = page.getByRole("dialog");
       assert.equal(
           (await card.getByRole("heading").innerText()).replace(/\s+/g, " "), "Acciaiuoli – Medici");
       assert.match(await card.innerText(), /marriage/);
       await page.keyboard.press("Escape");
       await edge.focus();
       await page.keyboard.press("Enter");
       assert.ok(await card.isVisible());
     }));

  it("has an address of its own, and the back button closes it",
     () => on("jerusalem-axis", async (page) => {
       const card = page.getByRole("dialog");
       assert.equal(await card.isVisible(), true);
       await card.locator('ul.ties a[href^="#actor-"]').first().click();
       const second = await card.getByRole("heading", {level: 2}).innerText();
       await page.goBack();
       assert.notEqual(await card.getByRole("heading", {level: 2}).innerText(), second);
     }, {hash: "#actor-0"}));

  it("is reached and left by keys alone",
     () => on("jerusalem-axis", async (page) => {
       await page.locator('figure.drawing:not([hidden]) g.node[tabindex="0"]').focus();
       const first = await page.evaluate(() => document.activeElement.dataset.id);
       for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) await page.keyboard.press(key);
       await page.keyboard.press("ArrowDown");
       const moved = await page.evaluate(() => document.activeElement.dataset.id);
       assert.ok(moved);
       assert.equal(await page.locator('figure.drawing:not([hidden]) g.node[tabindex="0"]').count(), 1);
       await page.keyboard.press("Enter");
       assert.equal(await page.getByRole("dialog").isVisible(), true);
       await page.keyboard.press("Escape");
       assert.equal(await page.evaluate(() => document.activeElement.dataset.id), moved);
       assert.ok(first);
     }));
});

describe("the filters", () => {
  const counts = async (page) => ({
    nodes: await visible(page, "figure.drawing:not([hidden]) g.node"),
    edges: await visible(page, "figure.drawing:not([hidden]) g.edge"),
    actors: await visible(page, "#actor-table tbody tr"),
    ties: await visible(page, "#tie-table tbody tr"),
  });

  it("by sign act on the figure and the table of ties, and are taken back",
     () => on("jerusalem-axis", async (page) => {
       const data = await dataOf(page);
       const all = await counts(page);
       await page.locator("#filters > summary").click();
       await page.locator('[data-filter="sign"] label', {hasText: "negative"}).click();
       const some = await counts(page);
       assert.equal(some.ties, data.ties.sign.filter((sign) => sign >= 0).length);
       assert.ok(some.edges < all.edges);
       assert.equal(some.actors, all.actors);
       assert.match(
           await page.locator(".count").innerText(),
           new RegExp(`and ${some.ties} of ${all.ties} ties shown`));
       await page.getByRole("button", {name: "Show everything again"}).click();
       await eventually(async () => (await page.locator(".count").innerText()).startsWith("all"));
       assert.deepEqual(await counts(page), all);
     }));

  it("by kind and relation act on figure and tables",
     () => on("jerusalem-axis", async (page) => {
       const data = await dataOf(page);
       await page.locator("#filters > summary").click();
       await page.locator('[data-filter="kind"] label', {hasText: "state"}).click();
       const states = data.actors.kind.filter((kind) => kind === "state").length;
       const some = await counts(page);
       assert.equal(some.nodes, data.actors.id.length - states);
       assert.equal(some.actors, data.actors.id.length - states);
       await page.locator('[data-filter="relation"]').getByRole("button", {name: "None"}).click();
       assert.equal((await counts(page)).ties, 0);
       assert.equal((await counts(page)).edges, 0);
       await page.getByLabel("only those with a tie shown").check();
       assert.equal((await counts(page)).nodes, 0);
     }));

  it("by date leave out the ties that cannot have held then",
     () => on("jerusalem-axis", async (page) => {
       const data = await dataOf(page);
       const day = Date.UTC(2010, 0, 1) / 86400000;
       await page.locator("#filters > summary").click();
       await page.getByLabel("to", {exact: true}).fill("2009");
       assert.equal(
           (await counts(page)).ties, data.ties.from.filter((from) => from === null || from < day).length);
       await page.getByLabel("to", {exact: true}).fill("20x9");
       assert.equal(await page.getByLabel("to", {exact: true}).getAttribute("aria-invalid"), "true");
     }));

  it("by confidence leave out the less sure ties",
     () => on("hostile", async (page) => {
       const data = await dataOf(page);
       await page.locator("#filters > summary").click();
       await page.locator('[data-filter="confidence"] input').fill("0.5");
       assert.equal((await counts(page)).ties, data.ties.confidence.filter((c) => c >= 0.5).length);
     }));
});

describe("the tables", () => {
  it("are sorted by their headings, which say so",
     () => on("florentine-families", async (page) => {
       const heading = page.locator("#actor-table thead th", {hasText: /^degree/});
       const column = await heading.evaluate((th) => th.cellIndex);
       const values = () =>
           page.locator("#actor-table tbody tr")
               .evaluateAll((rows, c) => rows.map((row) => Number(row.cells[c].textContent)), column);
       await heading.getByRole("button").click();
       assert.equal(await heading.getAttribute("aria-sort"), "descending");
       const down = await values();
       assert.deepEqual(down, [...down].sort((a, b) => b - a));
       await heading.getByRole("button").press("Enter");
       assert.equal(await heading.getAttribute("aria-sort"), "ascending");
       const up = await values();
       assert.deepEqual(up, [...up].sort((a, b) => a - b));
     }));

  it("hold the values of centrality.csv",
     () => on("florentine-families", async (page) => {
       const csv =
           (await readFile(reports["florentine-families"].replace("report.html", "centrality.csv"), "utf8"))
               .trim()
               .split(/\r?\n/)
               .map((line) => line.split(","));
       const data = await dataOf(page);
       for (const [i, line] of csv.slice(1).entries()) {
         assert.equal(data.actors.id[i], line[0]);
         for (const measure of data.measures) {
           const cell = line[csv[0].indexOf(measure.name)];
           assert.equal(
               measure.values[i], cell === "" ? null : Number(cell), `${measure.name} of ${line[0]}`);
         }
       }
     }));

  it("are saved as CSV and JSON, the figure as SVG",
     () => on("jerusalem-axis", async (page) => {
       const text = async (button) => {
         const [download] = await Promise.all(
             [page.waitForEvent("download"), page.getByRole("button", {name: button}).click()]);
         return readFile(await download.path(), "utf8");
       };
       const data = await dataOf(page);
       const ties = await text("Ties as CSV");
       assert.match(ties, /^source,target,directed,relation,/);
       assert.equal(JSON.parse(await text("All as JSON")).ties.length, data.ties.source.length);
       assert.match(await text("Actors as CSV"), /^id,label,kind,/);
       const svg = await text("Figure as SVG");
       const problems = await page.evaluate(
           (xml) =>
               new DOMParser().parseFromString(xml, "image/svg+xml").querySelectorAll("parsererror").length,
           svg);
       assert.equal(problems, 0);
       assert.match(svg, /<svg [^>]*role="img"/);
       assert.doesNotMatch(svg, /tabindex|class="hit"/);
     }));
});

describe("the page as an instrument", () => {
  it("shows the figure on the first screen of a wide window, which stays while the findings scroll",
     () => on("jerusalem-axis", async (page) => {
       const top = () => page.locator("figure.drawing svg")
                             .first()
                             .evaluate((svg) => Math.round(svg.getBoundingClientRect().top));
       assert.ok(await top() < 400);
       await page.evaluate(() => window.scrollTo(0, 2500));
       assert.ok(await top() >= 0 && await top() < 400);
       assert.ok(await page.locator("nav").evaluate((nav) => nav.getBoundingClientRect().top) >= 0);
       await page.locator("#actor-table tbody a").first().click();
       const boxes = await page.evaluate(
           () => [document.querySelector("figure.drawing svg"), document.getElementById("card")].map(
               (e) => e.getBoundingClientRect().toJSON()));
       assert.ok(boxes[0].right <= boxes[1].left, "the card covers the figure");
     }, {viewport: {width: 1440, height: 900}}));

  it("has charts whose marks point at the figure and open cards",
     () => on("jerusalem-axis", async (page) => {
       assert.ok(await page.locator("figure.chart").count() >= 3);
       const mark = page.locator("#fragile g.mark[data-id]").first();
       await mark.scrollIntoViewIfNeeded();
       await mark.hover();
       assert.ok(await page.locator("figure.drawing svg.focusing").count() > 0);
       await mark.click();
       assert.ok(await page.getByRole("dialog").isVisible());
     }, {viewport: {width: 1440, height: 900}}));

  it("has charts that the keyboard walks through",
     () => on("jerusalem-axis", async (page) => {
       const first = page.locator('#fragile g.mark[tabindex="0"]').first();
       const here = await first.getAttribute("data-id");  // the tab stop moves along with the focus
       await first.focus();
       assert.equal(await page.locator("figure.drawing:not([hidden]) svg.focusing").count(), 1);
       await page.keyboard.press("ArrowDown");
       const there = await page.evaluate(() => document.activeElement.dataset.id);
       assert.notEqual(there, here);
       assert.ok(await page.locator(`figure.drawing:not([hidden]) g.node.near[data-id="${there}"]`).count());
       await page.keyboard.press("Enter");
       assert.ok(await page.getByRole("dialog").isVisible());
     }));

  it("raises the members of the community whose bar is looked at",
     () => on("jerusalem-axis", async (page) => {
       const {actors} = await dataOf(page);
       const bar = page.locator('#communities g.mark[data-community="2"]');
       await bar.scrollIntoViewIfNeeded();
       await bar.hover();
       const near = await page.locator("figure.drawing:not([hidden]) g.node.near")
                        .evaluateAll((nodes) => nodes.map((node) => node.dataset.id).sort());
       assert.deepEqual(near, actors.id.filter((_, i) => actors.community[i] === 2).sort());
     }, {viewport: {width: 1440, height: 900}}));

  for (const [width, height] of [[1000, 700], [1280, 800], [1440, 900], [390, 844], [320, 640]])
    it(`has charts whose text can be read in a window ${width} wide, none of it outside its chart`,
       () => on("jerusalem-axis", async (page) => {
         await page.locator('.fold[aria-expanded="false"]')
             .evaluateAll((folds) => folds.forEach((fold) => fold.click()));
         const texts = await page.locator("figure.chart svg text").evaluateAll((all) => all.map((text) => {
           const {a, b} = text.getScreenCTM(), box = text.getBoundingClientRect();
           const chart = text.ownerSVGElement.getBoundingClientRect();
           return {
             words: text.textContent,
             size: parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b),
             inside: box.width > 0 && box.left >= chart.left && box.right <= chart.right
           };
         }));
         assert.ok(texts.length > 50);
         assert.deepEqual(texts.filter(({size, inside}) => size < 9 || size > 24 || !inside), []);
         assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
       }, {viewport: {width, height}}));

  it("marks in the charts whom the figure looks at",
     () => on("jerusalem-axis", async (page) => {
       await page.locator('figure.drawing:not([hidden]) g.node[data-id="iran"]').hover();
       const near = await page.locator("figure.chart g.mark.near[data-id]")
                        .evaluateAll((marks) => marks.map((mark) => mark.dataset.id));
       assert.ok(near.length >= 2);
       assert.ok(near.every((id) => id === "iran"));
     }));

  it("keeps what is shown in its address",
     () => on("jerusalem-axis", async (page) => {
       await page.locator("#color").selectOption("community");
       await page.locator("#filters summary").click();
       await page.locator('input[data-of="signs"]').first().uncheck();
       const address = page.url();
       assert.match(address, /color=community/);
       assert.match(address, /off-signs=/);
       const text = await page.locator("#filters .count").innerText();
       await page.goto("about:blank");
       await page.goto(address);
       assert.equal(await page.locator("#color").inputValue(), "community");
       assert.equal(await page.locator("#filters .count").innerText(), text);
     }));

  it("folds its sections on a phone and opens those that a link leads to",
     () => on("jerusalem-axis", async (page) => {
       assert.equal(await page.locator("#tie-table").isVisible(), false);
       await page.locator('nav a[href="#ties"]').click();
       assert.ok(await page.locator("#tie-table").isVisible());
       assert.equal(await page.locator("#ties .fold").getAttribute("aria-expanded"), "true");
     }, {viewport: {width: 390, height: 844}}));

  it("dims nobody for a search once an actor is chosen",
     () => on("jerusalem-axis", async (page) => {
       await page.locator("#search").fill("hamas");
       assert.ok(await page.locator("svg.searching").count() > 0);
       await page.locator("#actor-table tbody a").first().click();
       assert.equal(await page.locator("svg.searching").count(), 0);
     }));
});

describe("everybody can use it", () => {
  for (const name of ["jerusalem-axis", "highland-tribes", "hostile"]) {
    for (const colorScheme of ["light", "dark"]) {
      it(`axe-core finds nothing serious in ${name}, ${colorScheme}, with a card and the filters open`,
         () => on(name, async (page) => {
           await page.locator("#filters > summary").click();
           assert.deepEqual(await audit(page), []);
         }, {colorScheme, hash: "#actor-0", bypassCSP: true}));
    }
  }

  it("a phone shows it without scrolling sideways",
     () => on("jerusalem-axis", async (page) => {
       assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
       await page.locator("figure.drawing:not([hidden]) g.node > circle").first().tap();
       const box = await page.getByRole("dialog").boundingBox();
       assert.ok(box.width <= 390 && box.height <= 844 * 0.7);
     }, {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true}));

  it("without JavaScript the figure, the tables and the methods stand",
     () => on("jerusalem-axis", async (page) => {
       assert.ok(await page.locator("figure.drawing svg").first().isVisible());
       assert.equal(await visible(page, "#actor-table tbody tr"), 24);
       assert.ok(await visible(page, "#tie-table tbody tr") > 20);
       assert.match(await page.locator("#methods").innerText(), /Freeman/);
       assert.match(await page.locator("#settings").innerText(), /entente analyze/);
       assert.equal(await page.locator("#controls").isVisible(), false);
     }, {javaScriptEnabled: false}));

  it("prints the findings without the controls",
     () => on("jerusalem-axis", async (page) => {
       await page.emulateMedia({media: "print"});
       assert.equal(await page.locator("#controls .bar").isVisible(), false);
       assert.ok(await page.locator("figure.drawing svg").first().isVisible());
       assert.ok(await page.locator("#tie-table tbody tr").nth(49).isVisible());
       assert.equal(await page.locator("#tie-table tbody tr").nth(50).isVisible(), false);
       assert.match(
           await page.locator("#ties .print-only").innerText(), /first 50 of 55 ties; ties.csv has them all/);
     }));

  it("prints its tables without breaking a word or a number",
     () => on("jerusalem-axis", async (page) => {
       await page.emulateMedia({media: "print"});
       const broken =
           await page.locator("#actor-table tbody td")
               .evaluateAll(
                   (cells) =>
                       cells
                           .filter(
                               (cell) =>
                                   !/\s/.test(cell.textContent.trim()) && cell.textContent.trim() && (() => {
                                     const range = document.createRange();
                                     range.selectNodeContents(cell);
                                     return new Set([...range.getClientRects()].map((r) => Math.round(r.top)))
                                                .size > 1;
                                   })())
                           .map((cell) => cell.textContent));
       assert.deepEqual(broken, []);
       assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
     }, {viewport: {width: 718, height: 1000}}));

  it("names communities with members, what is fragile, methods with papers, settings and the command",
     () => on("jerusalem-axis", async (page) => {
       const data = await dataOf(page);
       const members = await page.locator("#communities ol > li")
                           .evaluateAll((all) => all.map((li) => li.querySelectorAll("a").length));
       assert.equal(members.reduce((a, b) => a + b), data.actors.id.length);
       await page.locator("#communities a").first().click();
       assert.ok(await page.getByRole("dialog").isVisible());
       await page.keyboard.press("Escape");
       assert.match(await page.locator("#fragile").innerText(), /Kendall/);
       const methods = await page.locator("#methods").innerText();
       for (const paper of ["Freeman 1977", "Burt 1992", "Traag", "Kleinberg 1999"])
         assert.ok(methods.includes(paper), paper);
       const settings = await page.locator("#settings").innerText();
       assert.match(settings, /nonnegative ties, directed, unweighted/);
       assert.match(settings, /entente analyze .*jerusalem-axis/);
       assert.match(await page.locator("#actors").innerText(), /24 actors, 41 ties from 43 of 55 rows/);
     }));

  it("tells the warnings about the data with their lines",
     () => on("florentine-families", async (page) => {
       assert.match(
           await page.locator("#warnings").innerText(), /actors\.csv.*13[^]*the actor 'pucci' has no tie/);
     }));

  it("says its balance with the frustrated ties by name",
     () => on("highland-tribes", async (page) => {
       const text = await page.locator("#balance").innerText();
       assert.match(text, /Frustration index 7 of \d+ ties, proven least/);
       assert.equal(await page.locator("#frustrated-table tbody tr").count(), 7);
     }));
});

describe("hostile labels", () => {
  it("are text in every part of the page",
     () => on("hostile", async (page) => {
       const data = await dataOf(page);
       for (let i = 0; i < data.actors.id.length; ++i) {
         await page.evaluate(
             (at) => document.querySelector(`#actor-table a[href="#actor-${at}"]`).click(), i);
         assert.equal(
             await page.locator("#card-title").innerText().then((t) => t.replace(/\s+/g, " ").trim()),
             data.actors.label[i].replace(/\s+/g, " ").trim());
       }
       await page.getByLabel("Find an actor").fill("<");
       await page.locator("#color").selectOption("kind");
       assert.equal(await page.locator("img, iframe, object, embed").count(), 0);
       assert.equal(await page.evaluate(() => window.pwned), undefined);
       assert.equal(await page.locator('a[href^="javascript" i], a[href^="data" i]').count(), 0);
     }));

  it("cannot loosen the policy, which blocks what they would load",
     () => on("hostile", async (page) => {
             const blocked =
                 await page
                     .evaluate(() => new Promise((resolve) => {
                                 const image = new Image();
                                 image.onerror = () => resolve("blocked");
                                 image.onload = () => resolve("loaded");
                                 document.addEventListener(
                                     "securitypolicyviolation",
                                     (event) => resolve(`blocked by ${event.effectiveDirective}`));
                                 image.src = "https://example.invalid/x.png";
                               }))
                     .catch(() => "blocked");
             assert.match(blocked, /^blocked by img-src/);
           }).catch((error) => {
       // The violation itself is written to the console; anything else is not meant to be there.
       if (!/Content Security Policy/.test(error.message)) throw error;
     }));
});
