/** Opens the `details` elements around the link's target, for browsers that do not. */
export function openTarget(): void {
  const target = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
  let folded = target?.closest("details:not([open])");
  if (!folded || !target) return;
  while (folded) {
    folded.setAttribute("open", "");
    folded = folded.closest("details:not([open])");
  }
  target.scrollIntoView();
}
