() => {
  // Words of the page that stand out too little from their ground, as WCAG 2.1 counts it. Runs in the page.
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const luminance = (colours) => {
    // From the ground up, each over the one before.
    context.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    const channels = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
    const [red = 0, green = 0, blue = 0] = channels.map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const faint = [];
  for (const element of document.querySelectorAll('main *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (!own || element.offsetParent === null) continue;
    const grounds = [];
    for (let at = element; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
    const [ground, words] = [luminance(grounds), luminance([...grounds, getComputedStyle(element).color])];
    const ratio = (Math.max(ground, words) + 0.05) / (Math.min(ground, words) + 0.05);
    if (ratio < 4.5) faint.push(`${element.tagName} ${element.textContent?.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
  }
  return faint;
}
