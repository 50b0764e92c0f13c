-- CreateTable
CREATE TABLE "SnapshotCorrection" (
    "day" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "obligationId" TEXT NOT NULL,
    "met" INTEGER NOT NULL,
    "notMet" INTEGER NOT NULL,
    "atRisk" INTEGER NOT NULL,
    "noData" INTEGER NOT NULL,
    "stale" INTEGER NOT NULL,
    "exempt" INTEGER NOT NULL,
    "gapHeads" INTEGER NOT NULL,

    PRIMARY KEY ("unitId", "day", "obligationId")
);

-- CreateIndex
CREATE INDEX "SnapshotCorrection_day_idx" ON "SnapshotCorrection"("day");
