import { useEffect, useRef, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import "./frame.css";

type FrameProps = {
  /** What is seen in it, spoken. */
  title: string;
  /** The size of the pictured screen in CSS pixels; it is scaled down to the width there is. */
  width: number;
  height: number;
  lang: string;
  children: ReactNode;
};

/**
 * A picture of a page on a screen of another size, made of the page's own components: a document of its own, so that
 * media queries and viewport units are those of that screen. It scrolls, and nothing in it can be pressed or read aloud.
 */
export function Frame({ title, width, height, lang, children }: FrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  const [styled, setStyled] = useState(false);
  const [scale, setScale] = useState(1);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const fit = new ResizeObserver(() => setScale(Math.min(1, element.clientWidth / width)));
    fit.observe(element);
    return () => fit.disconnect();
  }, [width]);

  // some browsers put the empty document in place a moment later, and with it another body
  const enter = (): void => setBody(frame.current?.contentDocument?.body ?? null);
  useEffect(enter, []);

  useEffect(() => (body ? followStyles(body.ownerDocument, () => setStyled(true)) : undefined), [body]);

  return (
    <div className="v-frame" ref={box} style={{ height: height * scale }}>
      <iframe
        ref={frame}
        title={title}
        // ours alone: no script of its own, no form, no way out
        sandbox="allow-same-origin"
        className="v-frame__screen"
        style={{ width, height, transform: `scale(${scale})` }}
        onLoad={enter}
      />
      {body &&
        styled &&
        createPortal(
          <div className="v-shell" lang={lang} inert>
            <div className="v-rail" />
            <div className="v-main">{children}</div>
          </div>,
          body,
        )}
    </div>
  );
}

/** Gives the framed document the styles and the colours of ours, and what comes to them later. `onReady`: the first are there. */
function followStyles(inside: Document, onReady: () => void): () => void {
  const loading: Promise<unknown>[] = [];
  const copies = new Map<Element, Element>();
  const follow = (): void => {
    for (const [name, value] of Object.entries(document.documentElement.dataset))
      inside.documentElement.dataset[name] = value;
    inside.documentElement.className = "v-frame__page";
    for (const source of document.head.querySelectorAll("link[rel=stylesheet], style")) {
      if (copies.has(source)) continue;
      const copy = inside.importNode(source, true);
      copies.set(source, copy);
      if (copy.tagName === "LINK")
        loading.push(
          new Promise((resolve) => ["load", "error"].forEach((name) => copy.addEventListener(name, resolve))),
        );
      inside.head.append(copy);
    }
  };
  let wanted = true;
  follow();
  void Promise.all(loading).then(() => wanted && onReady());
  const watch = new MutationObserver(follow);
  watch.observe(document.head, { childList: true });
  watch.observe(document.documentElement, { attributes: true });
  return () => {
    wanted = false;
    watch.disconnect();
    for (const copy of copies.values()) copy.remove();
  };
}
