import { encode } from "uqr";

type QrPictureProps = {
  text: string;
  /** what is said instead of it */
  label: string;
  /** gives it its size */
  className: string;
};

/** A text as a picture that a camera reads: dark on light in either scheme. */
export function QrPicture({ text, label, className }: QrPictureProps) {
  const { data, size } = encode(text, { border: 3 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={dark} />
    </svg>
  );
}
