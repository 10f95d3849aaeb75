/** Opens the folded parts that the link's target stands in, where the browser does not. */
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
