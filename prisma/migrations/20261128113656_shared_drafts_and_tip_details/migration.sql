-- AlterTable
ALTER TABLE "Report" ADD COLUMN "editedAt" DATETIME;
ALTER TABLE "Report" ADD COLUMN "editorName" TEXT;
ALTER TABLE "Report" ADD COLUMN "editorRef" TEXT;

-- AlterTable
ALTER TABLE "TipStep" ADD COLUMN "detail" BLOB;
