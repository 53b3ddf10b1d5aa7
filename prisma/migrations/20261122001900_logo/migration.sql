-- Pictures that were the association's logo, by what they are: a certificate names the one it was
-- drawn with, so none of them changes or goes.
CREATE TABLE logos (
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    uploaded_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT logos_pkey PRIMARY KEY (sha256),
    CONSTRAINT logos_named_by_their_bytes CHECK (sha256 = encode(sha256(bytes), 'hex')),
    CONSTRAINT logos_media_type CHECK (media_type IN ('image/png', 'image/jpeg')),
    CONSTRAINT logos_size CHECK (width BETWEEN 1 AND 2000 AND height BETWEEN 1 AND 2000 AND octet_length(bytes) <= 262144)
);
CREATE TRIGGER logos_kept BEFORE UPDATE OR DELETE ON logos
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER logos_not_emptied BEFORE TRUNCATE ON logos
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE settings ADD COLUMN logo_sha256 TEXT;
CREATE INDEX settings_logo_sha256_idx ON settings (logo_sha256);
ALTER TABLE settings ADD CONSTRAINT settings_logo_sha256_fkey
  FOREIGN KEY (logo_sha256) REFERENCES logos (sha256) ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT ON logos TO credence_app;
