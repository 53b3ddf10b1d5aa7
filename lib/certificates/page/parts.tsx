import { Path, StyleSheet, Svg, View } from "@react-pdf/renderer";
import { BORDER, type Layout, type LineName, SMALL_GAP } from "@/lib/certificates/page/layout";
import type { CertificateLines } from "@/lib/certificates/wording";
import { ACCENT, HAIRLINE, INK, MUTED } from "@/lib/drawing/ink";
import { Words } from "@/lib/drawing/words";

const COLOURS: Partial<Record<LineName, string>> = {
  heading: ACCENT,
  certifies: MUTED,
  participated: MUTED,
  days: MUTED,
};

const styles = StyleSheet.create({
  border: { position: "absolute", top: 0, left: 0 },
  statements: { flexGrow: 1, justifyContent: "center", alignItems: "center" },
});

/** Two hairlines around the page: as a drawing, because react-pdf loses the far sides of a box. */
export function Border({ width, height }: { width: number; height: number }) {
  return (
    <Svg viewBox={`0 0 ${width} ${height}`} style={{ ...styles.border, width, height }}>
      <Path d={around(BORDER, width, height)} stroke={HAIRLINE} strokeWidth={0.6} fill="none" />
      <Path d={around(BORDER + 4, width, height)} stroke={HAIRLINE} strokeWidth={0.3} fill="none" />
    </Svg>
  );
}

function around(inset: number, width: number, height: number): string {
  return `M${inset} ${inset}H${width - inset}V${height - inset}H${inset}Z`;
}

/** What the association certifies, down the page as one sentence. */
export function Sentence({ lines }: { lines: Layout["sentence"] }) {
  return lines.map(({ name, text, house, size, width, leading, gap }) => (
    <Words
      key={name}
      house={house}
      size={size}
      color={COLOURS[name] ?? INK}
      width={width}
      lineHeight={leading}
      letterSpacing={name === "heading" ? 2.4 : undefined}
      marginTop={gap}
    >
      {text}
    </Words>
  ));
}

type StatementsProps = { lines: CertificateLines; width: number; size: number; leading: number };

export function Statements({ lines, width, size, leading }: StatementsProps) {
  const set = { size, width, lineHeight: leading };
  const gap = SMALL_GAP * size;
  return (
    <View style={styles.statements}>
      <View style={{ width }}>
        {lines.statements.map(({ heading, text }) => (
          <View key={`${heading} ${text}`}>
            <Words {...set} house="Source Sans" color={ACCENT} marginTop={gap}>
              {heading}
            </Words>
            <Words {...set} color={INK}>
              {text}
            </Words>
          </View>
        ))}
        <Words {...set} color={INK} marginTop={gap}>
          {lines.accreditation}
        </Words>
      </View>
    </View>
  );
}
