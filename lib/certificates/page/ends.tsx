import { Image, Path, StyleSheet, Svg, View } from "@react-pdf/renderer";
import { CHECK, CODE, type Layout, LOGO, SIGNATORY } from "@/lib/certificates/page/layout";
import { MARK, SEAL } from "@/lib/certificates/page/seal";
import type { CertificateFacts } from "@/lib/certificates/rules";
import type { CertificateLines } from "@/lib/certificates/wording";
import { ACCENT, INK, MUTED } from "@/lib/drawing/ink";
import { qrPath } from "@/lib/drawing/qr";
import { Words } from "@/lib/drawing/words";

const styles = StyleSheet.create({
  ends: { flexDirection: "row", justifyContent: "space-between", alignItems: "flex-end" },
  signatory: { width: SIGNATORY, borderTopWidth: 0.6, borderTopColor: INK, paddingTop: 4 },
  logo: { ...LOGO, objectFit: "contain" },
  check: {
    width: CHECK,
    flexDirection: "row",
    justifyContent: "space-between",
    alignItems: "flex-end",
  },
});

type EndsProps = {
  lines: CertificateLines;
  layout: Layout;
  facts: CertificateFacts;
  logo: Uint8Array | null;
};

/** Who signs, the logo or seal, and where to check it. */
export function Ends({ lines, layout, facts, logo }: EndsProps) {
  return (
    <View style={styles.ends}>
      <Signatory {...lines.signatory} size={layout.signatory} />
      {logo ? <Image src={Buffer.from(logo)} style={styles.logo} /> : <Seal />}
      <Check number={facts.number} words={lines.check} url={facts.verifyUrl} size={layout.check} />
    </View>
  );
}

export function Foot({ width, children }: { width: number; children: string }) {
  return (
    <Words house="Source Sans" size={8} color={MUTED} width={width} marginTop={12}>
      {children}
    </Words>
  );
}

function Signatory({ name, title, size }: { name: string; title: string; size: number }) {
  const set = { width: SIGNATORY, align: "left" } as const;
  return (
    <View style={styles.signatory}>
      <Words {...set} size={size * 1.3} color={INK}>
        {name}
      </Words>
      <Words {...set} house="Source Sans" size={size} color={MUTED}>
        {title}
      </Words>
    </View>
  );
}

function Seal() {
  return (
    <Svg viewBox="0 0 64 64" width={64} height={64}>
      <Path d={SEAL} stroke={ACCENT} strokeWidth={0.35} fill="none" />
      <Path d={MARK} fill={ACCENT} />
    </Svg>
  );
}

type CheckProps = { number: string; words: string; url: string; size: number };

function Check({ number, words, url, size }: CheckProps) {
  const code = qrPath(url);
  const set = {
    house: "Source Sans",
    color: MUTED,
    width: CHECK - CODE - 8,
    align: "right",
  } as const;
  return (
    <View style={styles.check}>
      <View>
        <Words {...set} size={8.5}>
          {number}
        </Words>
        <Words {...set} size={size}>
          {words}
        </Words>
      </View>
      <Svg viewBox={`0 0 ${code.size} ${code.size}`} width={CODE} height={CODE}>
        <Path d={code.path} fill={INK} />
      </Svg>
    </View>
  );
}
