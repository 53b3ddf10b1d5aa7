import { Text, View } from "@react-pdf/renderer";
import { HAIRLINE } from "@/lib/drawing/ink";

const SIZE = 120;

/** A word across the page, behind what it says: this is no certificate. */
export function Watermark({
  children,
  width,
  height,
}: {
  children: string;
  width: number;
  height: number;
}) {
  return (
    <View
      style={{
        position: "absolute",
        top: 0,
        left: 0,
        width,
        height,
        justifyContent: "center",
        alignItems: "center",
      }}
    >
      <Text
        style={{
          fontFamily: "Source Sans",
          fontSize: SIZE,
          color: HAIRLINE,
          opacity: 0.45,
          transform: "rotate(-24deg)",
        }}
      >
        {children}
      </Text>
    </View>
  );
}
