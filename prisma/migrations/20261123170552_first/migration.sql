-- CreateTable
CREATE TABLE "Trigger" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "body" BLOB,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" DATETIME NOT NULL,
    "leaseUntil" DATETIME,
    "leasedBy" TEXT,
    "answer" BLOB,
    "error" TEXT,
    "receivedAt" DATETIME NOT NULL,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Outgoing" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "key" TEXT,
    "lane" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" BLOB,
    "about" TEXT,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME NOT NULL,
    "firstTryAt" DATETIME,
    "messageId" TEXT,
    "chatId" TEXT,
    "error" TEXT,
    "triggerSeq" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "Audit" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "recordedBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Counter" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Unit" (
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
    "emergencyOrgSince" TEXT,
    "emergencyOrgDocument" TEXT,
    "activeFrom" TEXT,
    "activeTo" TEXT,
    CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UnitAlias" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitId" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    CONSTRAINT "UnitAlias_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "reportId" INTEGER
);

-- CreateTable
CREATE TABLE "Post" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "roleCode" TEXT NOT NULL,
    "title" TEXT,
    "department" TEXT,
    "postKind" TEXT NOT NULL DEFAULT 'public',
    "fullTime" BOOLEAN NOT NULL DEFAULT true,
    "actualDuty" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "endReason" TEXT,
    "acting" BOOLEAN NOT NULL DEFAULT false,
    "recordedAt" DATETIME NOT NULL,
    "reportId" INTEGER,
    "voidedAt" DATETIME,
    "voidedBy" INTEGER,
    CONSTRAINT "Post_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Post_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Secondment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "postId" INTEGER NOT NULL,
    "toUnitId" TEXT,
    "toText" TEXT,
    "roleCode" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "reportId" INTEGER,
    "voidedAt" DATETIME,
    "voidedBy" INTEGER,
    CONSTRAINT "Secondment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Leave" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "postId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "reportId" INTEGER,
    "voidedAt" DATETIME,
    "voidedBy" INTEGER,
    CONSTRAINT "Leave_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Qualification" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "reportId" INTEGER,
    "voidedAt" DATETIME,
    "voidedBy" INTEGER,
    CONSTRAINT "Qualification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "issueDate" TEXT,
    "expiryDate" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "reportId" INTEGER,
    "voidedAt" DATETIME,
    "voidedBy" INTEGER,
    CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TrainingSession" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT,
    "organizer" TEXT,
    "venue" TEXT,
    "startDate" TEXT,
    "endDate" TEXT,
    "days" INTEGER,
    "hours" INTEGER,
    "onlineHours" INTEGER,
    "examHeld" BOOLEAN,
    "headcount" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'done',
    "recordedAt" DATETIME NOT NULL,
    "reportId" INTEGER,
    "voidedAt" DATETIME,
    "voidedBy" INTEGER
);

-- CreateTable
CREATE TABLE "TrainingRecord" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sessionId" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "result" TEXT,
    "score" INTEGER,
    "absentDays" INTEGER,
    "recordedAt" DATETIME NOT NULL,
    "reportId" INTEGER,
    "voidedAt" DATETIME,
    "voidedBy" INTEGER,
    CONSTRAINT "TrainingRecord_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "TrainingSession" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TrainingRecord_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Report" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT,
    "kind" TEXT NOT NULL,
    "unitId" TEXT,
    "senderRef" TEXT NOT NULL,
    "senderName" TEXT,
    "rawText" BLOB,
    "items" BLOB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL,
    "correctsId" INTEGER,
    "messageId" TEXT,
    "chatId" TEXT,
    "effect" TEXT,
    "createdAt" DATETIME NOT NULL,
    "savedAt" DATETIME,
    "endedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Tip" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "reportId" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "unitId" TEXT,
    "handlerUnitId" TEXT,
    "sector" TEXT,
    "category" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "replyTo" BLOB,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "receiptedAt" DATETIME,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "refusedReason" TEXT,
    "closedAt" DATETIME,
    "extendedAt" DATETIME,
    "extendedDays" INTEGER
);

-- CreateTable
CREATE TABLE "TipStep" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tipId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    CONSTRAINT "TipStep_tipId_fkey" FOREIGN KEY ("tipId") REFERENCES "Tip" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "File" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" INTEGER,
    "senderRef" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "imageKey" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "NilReport" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "onDate" TEXT NOT NULL,
    "reportId" INTEGER,
    "recordedAt" DATETIME NOT NULL,
    "voidedAt" DATETIME,
    "voidedBy" INTEGER
);

-- CreateTable
CREATE TABLE "Finding" (
    "unitId" TEXT NOT NULL,
    "obligationId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "gapHeads" INTEGER NOT NULL DEFAULT 0,
    "asOf" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "evaluatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("unitId", "obligationId")
);

-- CreateTable
CREATE TABLE "Snapshot" (
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

-- CreateTable
CREATE TABLE "Group" (
    "chatId" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "unitId" TEXT,
    "topics" TEXT NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL,
    "addedBy" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Binding" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "openId" TEXT NOT NULL,
    "personId" TEXT,
    "name" TEXT,
    "unitId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "chatId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "endedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Invitation" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Reminder" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "dueOn" TEXT,
    "firstSlot" TEXT NOT NULL,
    "sentAt" DATETIME,
    "ackBy" TEXT,
    "ackAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "Trigger_key_key" ON "Trigger"("key");

-- CreateIndex
CREATE INDEX "Trigger_status_dueAt_seq_idx" ON "Trigger"("status", "dueAt", "seq");

-- CreateIndex
CREATE INDEX "Trigger_lane_status_seq_idx" ON "Trigger"("lane", "status", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Outgoing_id_key" ON "Outgoing"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Outgoing_key_key" ON "Outgoing"("key");

-- CreateIndex
CREATE INDEX "Outgoing_status_notBefore_seq_idx" ON "Outgoing"("status", "notBefore", "seq");

-- CreateIndex
CREATE INDEX "Outgoing_lane_status_seq_idx" ON "Outgoing"("lane", "status", "seq");

-- CreateIndex
CREATE INDEX "Outgoing_about_idx" ON "Outgoing"("about");

-- CreateIndex
CREATE INDEX "Outgoing_messageId_idx" ON "Outgoing"("messageId");

-- CreateIndex
CREATE INDEX "Setting_name_validFrom_idx" ON "Setting"("name", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_code_key" ON "Unit"("code");

-- CreateIndex
CREATE INDEX "Unit_parentId_idx" ON "Unit"("parentId");

-- CreateIndex
CREATE INDEX "Unit_path_idx" ON "Unit"("path");

-- CreateIndex
CREATE INDEX "Unit_kind_idx" ON "Unit"("kind");

-- CreateIndex
CREATE INDEX "UnitAlias_alias_idx" ON "UnitAlias"("alias");

-- CreateIndex
CREATE UNIQUE INDEX "UnitAlias_unitId_alias_key" ON "UnitAlias"("unitId", "alias");

-- CreateIndex
CREATE INDEX "Person_name_idx" ON "Person"("name");

-- CreateIndex
CREATE INDEX "Person_phone_idx" ON "Person"("phone");

-- CreateIndex
CREATE INDEX "Post_unitId_roleCode_idx" ON "Post"("unitId", "roleCode");

-- CreateIndex
CREATE INDEX "Post_personId_idx" ON "Post"("personId");

-- CreateIndex
CREATE INDEX "Post_reportId_idx" ON "Post"("reportId");

-- CreateIndex
CREATE INDEX "Secondment_postId_idx" ON "Secondment"("postId");

-- CreateIndex
CREATE INDEX "Secondment_toUnitId_idx" ON "Secondment"("toUnitId");

-- CreateIndex
CREATE INDEX "Secondment_reportId_idx" ON "Secondment"("reportId");

-- CreateIndex
CREATE INDEX "Leave_postId_idx" ON "Leave"("postId");

-- CreateIndex
CREATE INDEX "Leave_reportId_idx" ON "Leave"("reportId");

-- CreateIndex
CREATE INDEX "Qualification_personId_idx" ON "Qualification"("personId");

-- CreateIndex
CREATE INDEX "Qualification_reportId_idx" ON "Qualification"("reportId");

-- CreateIndex
CREATE INDEX "Certificate_personId_idx" ON "Certificate"("personId");

-- CreateIndex
CREATE INDEX "Certificate_reportId_idx" ON "Certificate"("reportId");

-- CreateIndex
CREATE INDEX "Certificate_expiryDate_idx" ON "Certificate"("expiryDate");

-- CreateIndex
CREATE INDEX "TrainingSession_unitId_kind_idx" ON "TrainingSession"("unitId", "kind");

-- CreateIndex
CREATE INDEX "TrainingSession_reportId_idx" ON "TrainingSession"("reportId");

-- CreateIndex
CREATE INDEX "TrainingRecord_personId_idx" ON "TrainingRecord"("personId");

-- CreateIndex
CREATE INDEX "TrainingRecord_sessionId_idx" ON "TrainingRecord"("sessionId");

-- CreateIndex
CREATE INDEX "TrainingRecord_reportId_idx" ON "TrainingRecord"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_number_key" ON "Report"("number");

-- CreateIndex
CREATE INDEX "Report_senderRef_status_idx" ON "Report"("senderRef", "status");

-- CreateIndex
CREATE INDEX "Report_unitId_kind_status_idx" ON "Report"("unitId", "kind", "status");

-- CreateIndex
CREATE INDEX "Report_messageId_idx" ON "Report"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Tip_reportId_key" ON "Tip"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "Tip_number_key" ON "Tip"("number");

-- CreateIndex
CREATE INDEX "Tip_handlerUnitId_status_idx" ON "Tip"("handlerUnitId", "status");

-- CreateIndex
CREATE INDEX "Tip_unitId_status_idx" ON "Tip"("unitId", "status");

-- CreateIndex
CREATE INDEX "TipStep_tipId_idx" ON "TipStep"("tipId");

-- CreateIndex
CREATE INDEX "File_reportId_idx" ON "File"("reportId");

-- CreateIndex
CREATE INDEX "File_senderRef_createdAt_idx" ON "File"("senderRef", "createdAt");

-- CreateIndex
CREATE INDEX "NilReport_unitId_topic_idx" ON "NilReport"("unitId", "topic");

-- CreateIndex
CREATE INDEX "NilReport_reportId_idx" ON "NilReport"("reportId");

-- CreateIndex
CREATE INDEX "Finding_obligationId_status_idx" ON "Finding"("obligationId", "status");

-- CreateIndex
CREATE INDEX "Snapshot_day_idx" ON "Snapshot"("day");

-- CreateIndex
CREATE INDEX "Binding_unitId_role_idx" ON "Binding"("unitId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Binding_openId_unitId_role_key" ON "Binding"("openId", "unitId", "role");

-- CreateIndex
CREATE INDEX "Reminder_unitId_idx" ON "Reminder"("unitId");
