import { expect, test } from "vitest";
import { pupilVoice } from "../pipelines/import/kinds/pupil-voice.ts";
import { csv, draftOf, fieldsOf, inventedTrust } from "./import-kind-reading.ts";

const figures = (rows: Record<string, unknown>[]) =>
  rows.map((row) => [
    row["school_urn"],
    row["measure_code"],
    row["time_period"],
    row["category"],
    row["value"],
    row["population"],
    row["status_code"],
  ]);

test("a summary of a pupil survey gives a share for each theme, and for each of its questions", async () => {
  const file = csv(`
    School,Academic year,Question,Favourable,Number of responses
    Invented Primary School,2025/26,I enjoy learning,40,50
    Invented Primary School,2025/26,Lessons are interesting,30,50
    Invented Primary School,2025/26,I feel safe at school,45,48
    900002,2025/26,I enjoy learning,9,12
  `);
  const draft = await draftOf(pupilVoice, file);
  expect(draft.refused).toEqual([]);
  expect(figures(fieldsOf(draft, "outcomes"))).toEqual([
    ["900001", "pupil_voice_enjoyment", 202526, "Total", 0.7, 50, ""],
    ["900001", "pupil_voice_enjoyment", 202526, "I enjoy learning", 0.8, 50, ""],
    ["900001", "pupil_voice_enjoyment", 202526, "Lessons are interesting", 0.6, 50, ""],
    ["900001", "pupil_voice_wellbeing", 202526, "Total", 0.9375, 48, ""],
    ["900001", "pupil_voice_wellbeing", 202526, "I feel safe at school", 0.9375, 48, ""],
    ["900002", "pupil_voice_enjoyment", 202526, "Total", 0.75, 12, ""],
    ["900002", "pupil_voice_enjoyment", 202526, "I enjoy learning", 0.75, 12, ""],
  ]);
  expect((await draftOf(pupilVoice, file)).candidates).toEqual(draft.candidates);
});

test("year groups are added up, and a question that few pupils answered is suppressed and left out of its theme", async () => {
  const file = csv(`
    URN,Year,Statement,Strongly agree,Agree,Neither,Disagree,Strongly disagree
    900001,Year 5,I enjoy learning,4,2,1,1,0
    900001,Year 6,I enjoy learning,2,2,2,1,1
    900001,Year 6,Reading is fun,3,3,0,1,1
  `);
  const draft = await draftOf(pupilVoice, file, inventedTrust(), { year: 202526 });
  expect(draft.refused).toEqual([]);
  expect(figures(fieldsOf(draft, "outcomes"))).toEqual([
    ["900001", "pupil_voice_enjoyment", 202526, "Total", 0.625, 16, ""],
    ["900001", "pupil_voice_enjoyment", 202526, "I enjoy learning", 0.625, 16, ""],
    ["900001", "pupil_voice_enjoyment", 202526, "Reading is fun", null, null, "c"],
  ]);
  expect(draft.notes).toEqual([
    "1 question was answered by fewer than 10 pupils of a school: kept as suppressed, without numbers, and in no theme.",
  ]);
});

test("a file with a row for each pupil is refused as a whole", async () => {
  for (const heading of ["Pupil name", "UPN", "Surname", "Date of birth", "Student ID"]) {
    const file = csv(
      `School,Year,Question,Favourable,Answered,${heading}\n900001,2025/26,I enjoy learning,1,1,Somebody`,
    );
    await expect(draftOf(pupilVoice, file)).rejects.toThrow("a row for each pupil");
  }
});

test("a share needs the number who answered, a theme can be matched, and faults are refused without their values", async () => {
  const file = csv(`
    School,Academic year,Theme,% favourable,Responses
    900001,2025/26,Joie de vivre,80%,20
    900001,2025/26,Behaviour,140%,20
    900001,2025/26,Confidence,60%,some
    900001,sometime,Confidence,60%,20
    900001,2025/26,Wellbeing,75%,40
    ,2025/26,Wellbeing,75%,40
  `);
  const words = { theme: { "Joie de vivre": "pupil_voice_enjoyment" } };
  const draft = await draftOf(pupilVoice, file, inventedTrust(), { words });
  expect(figures(fieldsOf(draft, "outcomes")).map((row) => [row[1], row[4], row[5]])).toEqual([
    ["pupil_voice_enjoyment", 0.8, 20],
    ["pupil_voice_wellbeing", 0.75, 40],
  ]);
  expect(draft.refused.map(({ line, column }) => [line, column])).toEqual([
    [3, "% favourable"],
    [4, "Responses"],
    [5, "Academic year"],
    [7, "School"],
  ]);
  expect(JSON.stringify(draft.refused)).not.toMatch(/140|some\b|sometime/);
  await expect(draftOf(pupilVoice, csv("School,Question,% favourable\n900001,I enjoy it,80%"))).rejects.toThrow(
    "does not say how many pupils answered",
  );
});
