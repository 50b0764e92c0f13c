// How lists and menus close. Imported by whoever opens one.

/** Closes a list or menu at the next tap outside it. Answers how to stop listening. */
export function closeBeside(around: HTMLElement | null, close: () => void): () => void {
  const listener = (event: PointerEvent) => {
    if (event.target instanceof Element && around?.contains(event.target) !== true) close()
  }
  document.addEventListener('pointerdown', listener)
  return () => document.removeEventListener('pointerdown', listener)
}
