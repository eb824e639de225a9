-- By which name a messenger knows an author, where it is a real user name: only such a one is mentioned with an @
-- when a stored digest is rendered again. Null for display names, for erased messages and for what was stored before.
ALTER TABLE group_digest_messages ADD COLUMN sender_username text;
