import { Path, Svg, Text, View } from "@react-pdf/renderer";
import { emphasised } from "@/lib/drawing/emphasis";
import { familiesFor, type HouseFamily, printable } from "@/lib/drawing/fonts";
import { needsOutline, outlineOf } from "@/lib/drawing/outline";

type WordsProps = {
  children: string;
  size: number;
  color: string;
  /** The room there is, in points. */
  width: number;
  house?: HouseFamily;
  lineHeight?: number;
  letterSpacing?: number;
  align?: "left" | "center" | "right";
  marginTop?: number;
};

/** A text in the families that have its letters; the AMA's name for its credit in italics. */
export function Words({ children, house = "Source Serif", ...given }: WordsProps) {
  const {
    size,
    color,
    width,
    lineHeight = 1.3,
    align = "center",
    marginTop,
    letterSpacing,
  } = given;
  const text = printable(children);
  const families = familiesFor(text, house);
  const style = {
    fontFamily: families,
    fontSize: size,
    color,
    lineHeight,
    letterSpacing,
    textAlign: align,
    width,
  };
  const place = { marginTop, alignSelf: PLACES[align] };
  if (needsOutline(text, families, { width, size })) {
    const setting = { size, lineHeight, width, centred: align === "center" };
    const { path, height } = outlineOf(text, families, setting);
    return (
      <View style={{ ...place, width, height }}>
        <Svg
          width={width}
          height={height + 2 * size}
          viewBox={`0 ${-size} ${width} ${height + 2 * size}`}
          // A drawing is cut at its edge: dots and points reach beyond the line.
          style={{ position: "absolute", top: -size }}
        >
          <Path d={path} fill={color} />
        </Svg>
        <Text style={{ ...style, opacity: 0, position: "absolute" }}>{text}</Text>
      </View>
    );
  }
  const parts = house === "Source Serif" ? emphasised(text) : [];
  if (parts.length < 2) return <Text style={{ ...style, ...place }}>{text}</Text>;
  return (
    <Text style={{ ...style, ...place }}>
      {parts.map(({ start, text: part, italic }) =>
        italic ? (
          <Text key={start} style={{ fontFamily: familiesFor(part, "Source Serif Italic") }}>
            {part}
          </Text>
        ) : (
          part
        ),
      )}
    </Text>
  );
}

const PLACES = { left: "flex-start", center: "center", right: "flex-end" } as const;
