-- AlterTable
ALTER TABLE "File" ADD COLUMN "chatId" TEXT;
