import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./visits";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

/** Looks at a page as it stands, on a phone and a desk, in light and dark: axe finds nothing. */
export async function expectAccessible(page: Page) {
  // A page that is just being changed for another has no title for a moment.
  await expect(page).toHaveTitle(/./);
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      // No colour is caught on its way to another: without a screen no frame may come to end it.
      await page.evaluate(() => {
        for (const motion of document.getAnimations()) motion.finish();
      });
      const axe = new AxeBuilder({ page }).setLegacyMode();
      // The second scheme changes colours and nothing else.
      const asked = colorScheme === "light" ? axe.withTags(TAGS) : axe.withRules("color-contrast");
      const { violations } = await asked.analyze();
      const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect(found, `${page.url()}, ${colorScheme}, ${size.width} pixels wide`).toEqual([]);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `${page.url()} does not scroll sideways`).toBe(size.width);
  }
}
