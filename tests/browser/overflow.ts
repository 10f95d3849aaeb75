// Functions that run in a page.

/** What makes the page wider than the window, apart from what scrolls in a box of its own. */
export const overflow = () => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
  return [...document.querySelectorAll("main *, header *, footer *")]
    .filter((e) => e.getBoundingClientRect().right > width + 0.5 && !scrolls(e.parentElement))
    .map((e) => `${e.tagName}.${e.getAttribute("class")} ends at ${e.getBoundingClientRect().right}`)
    .concat(`the page is ${document.documentElement.scrollWidth} wide`);
};

/** Labels that leave the window, and drawings that were not drawn again for their place. */
export function labelsOutside(): string[] {
  return [...document.querySelectorAll(".view-chart svg text, .view-chart svg")].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const place = element.closest(".view-chart")?.clientWidth ?? 0;
    const stale = element.tagName === "svg" && Math.abs(box.width - place) > 1;
    return box.left >= 0 && box.right <= document.documentElement.clientWidth && !stale
      ? []
      : [`${element.textContent?.slice(0, 40)} ${box.left} to ${box.right}, place ${place}`];
  });
}
