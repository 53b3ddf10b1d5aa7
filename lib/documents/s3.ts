import "server-only";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { env } from "@/lib/env";

/** Where the bytes of documents stand, other than in the database. */
export type ObjectStore = {
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  get(key: string): Promise<Uint8Array>;
  remove(key: string): Promise<void>;
};

const FOLDER = "documents/";

/** The bucket that the environment names, at Amazon or at any store that speaks S3. */
export function openS3(): ObjectStore {
  const { S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_BUCKET: Bucket } = env;
  if (!S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY || !Bucket) {
    throw new Error("A document stands in an S3 store, and S3_BUCKET names none.");
  }
  const client = new S3Client({
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT,
    // Other stores than Amazon's rarely have a host name for each bucket, nor the newer checksums.
    forcePathStyle: env.S3_ENDPOINT !== undefined,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
  });
  const at = (id: string) => ({ Bucket, Key: `${FOLDER}${id}` });
  return {
    async put(id, bytes, mediaType) {
      await client.send(new PutObjectCommand({ ...at(id), Body: bytes, ContentType: mediaType }));
    },
    async get(id) {
      const { Body } = await client.send(new GetObjectCommand(at(id)));
      if (!Body) throw new Error(`The store answered document ${id} without its bytes.`);
      return Body.transformToByteArray();
    },
    async remove(id) {
      await client.send(new DeleteObjectCommand(at(id)));
    },
  };
}
