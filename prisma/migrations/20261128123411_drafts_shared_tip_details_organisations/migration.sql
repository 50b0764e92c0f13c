-- AlterTable
ALTER TABLE "Report" ADD COLUMN "editedAt" DATETIME;
ALTER TABLE "Report" ADD COLUMN "editorName" TEXT;
ALTER TABLE "Report" ADD COLUMN "editorRef" TEXT;

-- AlterTable
ALTER TABLE "TipStep" ADD COLUMN "detail" BLOB;

-- CreateTable
CREATE TABLE "Organisation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitId" TEXT NOT NULL,
    "name" TEXT,
    "documentNo" TEXT,
    "fullTime" BOOLEAN NOT NULL DEFAULT true,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "reportId" INTEGER,
    "voidedAt" DATETIME,
    "voidedBy" INTEGER
);

-- By hand: what units said about their organisation moves into the table of its own.
INSERT INTO "Organisation" ("unitId", "documentNo", "from", "recordedAt")
SELECT "id", "emergencyOrgDocument", "emergencyOrgSince", strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')
FROM "Unit" WHERE "emergencyOrgSince" IS NOT NULL;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Unit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parentId" TEXT,
    "path" TEXT NOT NULL,
    "countyId" TEXT,
    "sectors" TEXT NOT NULL DEFAULT '[]',
    "keySector" BOOLEAN NOT NULL DEFAULT false,
    "safetyDuty" BOOLEAN NOT NULL DEFAULT false,
    "emergencyBureau" BOOLEAN NOT NULL DEFAULT false,
    "highRisk" BOOLEAN NOT NULL DEFAULT false,
    "delegatedEnforcement" BOOLEAN NOT NULL DEFAULT false,
    "townshipClass" TEXT,
    "activeFrom" TEXT,
    "activeTo" TEXT,
    CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Unit" ("activeFrom", "activeTo", "code", "countyId", "delegatedEnforcement", "emergencyBureau", "highRisk", "id", "keySector", "kind", "name", "parentId", "path", "safetyDuty", "sectors", "townshipClass") SELECT "activeFrom", "activeTo", "code", "countyId", "delegatedEnforcement", "emergencyBureau", "highRisk", "id", "keySector", "kind", "name", "parentId", "path", "safetyDuty", "sectors", "townshipClass" FROM "Unit";
DROP TABLE "Unit";
ALTER TABLE "new_Unit" RENAME TO "Unit";
CREATE UNIQUE INDEX "Unit_code_key" ON "Unit"("code");
CREATE INDEX "Unit_parentId_idx" ON "Unit"("parentId");
CREATE INDEX "Unit_path_idx" ON "Unit"("path");
CREATE INDEX "Unit_kind_idx" ON "Unit"("kind");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Organisation_unitId_idx" ON "Organisation"("unitId");

-- CreateIndex
CREATE INDEX "Organisation_reportId_idx" ON "Organisation"("reportId");
