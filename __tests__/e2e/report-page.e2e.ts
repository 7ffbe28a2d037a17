import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { accessFile } from "../../bench/access-file";
import { findBrowser, startBrowser } from "../../bench/browser";
import { samplePage, subjectOf } from "../../bench/sample-page";
import { reportPage } from "../../commands/report/page";
import { realTest } from "./world";

const found = findBrowser(process.env);
const real = realTest("missing" in found ? [found.missing] : []);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let folder: string;
let browser: Browser | undefined;
beforeAll(async () => {
  if ("missing" in found) return;
  folder = mkdtempSync(join(tmpdir(), "report-page-"));
  writeFileSync(join(folder, "sample.html"), samplePage());
  const large = accessFile({ groups: 60, members: 20, clusters: 20, grants: 60 });
  writeFileSync(join(folder, "large.html"), reportPage(subjectOf(large)));
  browser = await startBrowser(found.binary);
});
afterAll(async () => {
  await browser?.close();
  if (!("missing" in found)) rmSync(folder, { recursive: true, force: true });
});

/** Waits for what the page comes to say: its policy lets no test run text as code in it again and again. */
async function until(page: Page, expression: string): Promise<void> {
  while (!(await page.evaluate<boolean>(expression))) await wait(20);
}

interface Scene {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  /** For axe, which the policy of the page keeps out. */
  readonly bypassCSP?: boolean;
  readonly javaScriptEnabled?: boolean;
  /** What the address says after `#`. */
  readonly chosen?: string;
  readonly file?: "sample" | "large";
}

/** Does something on the page; afterwards nothing must have been refused, asked for or gone wrong. */
async function onPage(scene: Scene, act: (page: Page) => Promise<void>): Promise<void> {
  const { width = 1280, chosen = "", file = "sample", ...options } = scene;
  const context = await browser!.newContext({ viewport: { width, height: 900 }, ...options });
  // A busy machine takes its time: Jest ends what hangs.
  context.setDefaultTimeout(0);
  try {
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("pageerror", ({ message }) => wrong.push(message));
    page.on("console", (message) => wrong.push(message.text()));
    page.on("request", (request) => wrong.push(request.url()));
    const address = `file://${join(folder, `${file}.html`)}${chosen}`;
    await page.goto(address);
    await act(page);
    expect(wrong).toEqual([address.replace(/#.*/, "")]);
  } finally {
    await context.close();
  }
}

const rows = (page: Page) => page.locator("#rows tr:visible th button").allInnerTexts();
const dialog = (page: Page) => page.locator("dialog[open]");
const choose = async (page: Page, filter: string, choice: string) => {
  await page.getByLabel(filter, { exact: true }).selectOption(choice);
  await until(page, `location.hash.includes(${JSON.stringify(filter.toLowerCase())})`);
};

describe.each([1280, 768, 360])("at a width of %i", (width) => {
  real("an accessibility checker finds nothing, light and dark, on any view, nor in an open why", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await onPage({ width, colorScheme, bypassCSP: true }, async (page) => {
        await page.evaluate(axe);
        const check = async (view: string) => {
          const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
            "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
          );
          const told = violations.map(({ id, nodes }) => `${view}: ${id} ${nodes.map(({ html }) => html).join()}`);
          expect(told).toEqual([]);
        };
        await check("people");
        await page.locator("#rows td button.refused").click();
        await check("why");
        await page.keyboard.press("Escape");
        for (const tab of ["roles", "namespaces", "findings"]) {
          await page.locator(`#tab-${tab}`).click();
          await check(tab);
        }
      });
    }
  });

  real("nothing is wider than the screen", async () => {
    await onPage({ width }, async (page) => {
      for (const tab of ["people", "roles", "namespaces", "findings"]) {
        await page.locator(`#tab-${tab}`).click();
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      }
    });
  });
});

real("a cell opens why: person, nested groups, grant with its place, role, what it allows", async () => {
  await onPage({}, async (page) => {
    await page.locator("#rows tr", { hasText: "omar@contoso.com" }).locator("td button").first().click();
    expect(await dialog(page).locator("h2").innerText()).toBe("omar@contoso.com on prod");
    const steps = await dialog(page).locator("ol > li").allInnerTexts();
    expect(steps.map((step) => step.replace(/\s+/g, " ").trim())).toEqual([
      "omar@contoso.com",
      "is in payments-on-call",
      "which is in payments (Payments team)",
      expect.stringMatching(
        /^which has ClusterRole edit in payments on prod access\.yaml:\d+:\d+ clusters\.prod\.grants\[3\]$/,
      ),
      "which allows: change what runs, read secrets, and run commands in pods",
    ]);
  });
});

real("a cell of a cluster that refuses the person says so, and its why says the reason", async () => {
  await onPage({}, async (page) => {
    const cell = page.locator("#rows tr", { hasText: "yuki@contoso.com" }).locator("td").nth(3);
    expect(await cell.innerText()).toMatch(/^refused/);
    await cell.click();
    expect(await dialog(page).innerText()).toContain("does not let this person in. oidc: required claim clearance");
  });
});

real("guests, members that the file does not know and people who hold nothing are marked", async () => {
  await onPage({}, async (page) => {
    const marks = async (name: string) =>
      page
        .locator("#rows tr", { has: page.getByRole("button", { name, exact: true }) })
        .locator("th .mark")
        .allInnerTexts();
    expect(await marks("gus@fabrikam.com")).toEqual(["guest"]);
    expect(await marks("whoever else is in auditors")).toEqual(["kept by others"]);
    expect(await marks("whoever else is in platform")).toEqual(["chosen by a rule"]);
    expect(await marks("nora@contoso.com")).toEqual(["holds nothing"]);
    expect(await marks("ada@contoso.com")).toEqual([]);
  });
});

real("the keyboard alone walks through the matrix, opens why and comes back to the same cell", async () => {
  await onPage({}, async (page) => {
    const focused = () => page.evaluate<string>("document.activeElement.innerText.replace(/\\s+/g, ' ')");
    await page.getByRole("button", { name: "Clear" }).focus();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("ada@contoso.com");
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    expect(await focused()).toBe("W write team-a and 2 more");
    await page.keyboard.press("Enter");
    expect(await dialog(page).locator("h2").innerText()).toBe("carol@contoso.com on stage");
    await page.keyboard.press("Escape");
    expect(await dialog(page).count()).toBe(0);
    expect(await focused()).toBe("W write team-a and 2 more");
    await page.keyboard.press("Control+End");
    expect(await page.evaluate("document.activeElement.closest('tr').rowIndex")).toBe(15);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('#matrix') === null")).toBe(true);
  });
});

real("each filter leaves those whom it is about", async () => {
  const left = async (filter: string, choice: string, names: readonly string[]) => {
    await onPage({}, async (page) => {
      await choose(page, filter, choice);
      expect((await rows(page)).map((name) => name.replace(/@.*/, ""))).toEqual(names);
    });
  };
  await left("Cluster", "data", ["ada", "carol", "mia", "omar", "yuki", "whoever else is in auditors"]);
  await left("Group", "payments", ["carol", "omar", "yuki"]);
  await left("Role", "Role restarter", ["dora", "grace"]);
  await left("Namespace", "istio-system", [
    ...["ada", "bob", "carol", "dora", "grace", "gus", "linus", "mia"],
    ...["whoever else is in auditors", "whoever else is in platform"],
  ]);
  await left("Level", "unknown", ["whoever else is in platform"]);
  await onPage({}, async (page) => {
    await page.getByLabel("Person or group").fill("yuki");
    await until(page, "location.hash === '#search=yuki'");
    expect(await rows(page)).toEqual(["yuki@contoso.com"]);
    await page.getByLabel("Person or group").fill("nobody at all");
    await page.getByText("Nobody matches").waitFor();
  });
});

real("the address keeps the filters, so that a view can be sent on", async () => {
  await onPage({ chosen: "#cluster=prod&who=guests" }, async (page) => {
    expect(await rows(page)).toEqual(["gus@fabrikam.com", "ines@fabrikam.com"]);
    expect(await page.locator("#heads th").allInnerTexts()).toEqual(["Who", "prod"]);
  });
});

real("by role and by namespace each grant stands once, with its clusters and places", async () => {
  await onPage({}, async (page) => {
    await page.locator("#tab-roles").click();
    const admins = page.getByRole("table", { name: "ClusterRole cluster-admin" }).locator("tbody tr").first();
    expect(await admins.locator("td").allInnerTexts()).toEqual([
      expect.stringContaining("admin"),
      "cluster-admins (EKS cluster admins)",
      "on the whole cluster",
      "prod, stage, dev, data",
      "1 person",
      "4 places",
    ]);
    await admins.locator("summary").first().click();
    await admins.locator("details li").first().waitFor();
    expect(await admins.locator("details li").allInnerTexts()).toEqual(["ada@contoso.com"]);
    await page.locator("#tab-namespaces").click();
    const payments = page.getByRole("table", { name: "payments", exact: true }).locator("tbody tr");
    expect(await payments.allInnerTexts()).toEqual([expect.stringContaining("ClusterRole edit")]);
  });
});

real("accepted findings stand apart, with the reason and the last day", async () => {
  await onPage({}, async (page) => {
    await page.locator("#tab-findings").click();
    expect(await page.locator("#findings h2").allInnerTexts()).toEqual(["Findings", "Accepted for now"]);
    const severities = await page.locator("#findings .severity").allInnerTexts();
    expect([...new Set(severities.slice(0, -1))]).toEqual(["high", "medium", "low"]);
    expect(severities.at(-1)).toBe("medium");
    expect(await page.locator("#findings li").last().innerText()).toContain(
      "Accepted until 2030-12-31: The chart of Istio",
    );
  });
});

real("on paper every part is there, with every row", async () => {
  await onPage({ file: "large" }, async (page) => {
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator("#rows tr").count()).toBe(1200);
  });
  await onPage({}, async (page) => {
    await page.pdf({ preferCSSPageSize: true });
    await page.emulateMedia({ media: "print" });
    for (const part of ["people", "roles", "namespaces", "findings"]) {
      expect(await page.locator(`#${part}`).isVisible()).toBe(true);
    }
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await page.locator("#roles details[open] .place").count()).toBeGreaterThan(3);
  });
});

real(
  "of many people 500 are shown, and the others when somebody asks, with the focus on the first of them",
  async () => {
    await onPage({ file: "large" }, async (page) => {
      await until(page, "document.querySelectorAll('#rows tr').length === 500");
      expect(await page.locator("#more").innerText()).toBe("Show 500 more of 1,200 rows");
      await page.locator("#more").click();
      await until(page, "document.querySelectorAll('#rows tr').length === 1000");
      expect(await page.evaluate("document.activeElement.closest('tr').ariaRowIndex")).toBe("502");
      expect(await page.locator("#matrix").getAttribute("aria-rowcount")).toBe("1201");
    });
  },
);

real("without a script everybody is in a table", async () => {
  await onPage({ javaScriptEnabled: false }, async (page) => {
    expect(await page.locator("noscript table").first().innerText()).toContain("nora@contoso.com");
    expect(await page.locator("#filters").isVisible()).toBe(false);
  });
});
