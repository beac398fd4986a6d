export { type BackUpOptions, backUp } from './back-up.ts'
export { type BackupContents, type BackupSource, inspectBackup } from './read-backup.ts'
export { type Restored, type RestoreOptions, restore } from './restore.ts'
