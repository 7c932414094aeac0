import { describe, expect, test } from "vitest";
import { publishedDate, publishedNumber, publishedShare } from "../pipelines/import/cells.ts";
import { dateInName, readAcademicYear, releaseStatusOfFile, yearOfFile } from "../pipelines/import/period.ts";

describe("a code for a missing number keeps its meaning and is never zero", () => {
  test.for([
    ["SUPP", "c"],
    ["SUPPM", "c"],
    ["SUPPMAT", "c"],
    ["c", "c"],
    ["NA", "x"],
    ["NP", "x"],
    ["NEW", "x"],
    ["SP", "x"],
    ["RE", "x"],
    ["SUPP*", "x"],
    ["x", "x"],
    ["low", "x"],
    ["Not recorded", "x"],
    ["NE", "z"],
    ["z", "z"],
    ["Not applicable", "z"],
    ["Does not apply", "z"],
    ["LOWCOV", "low"],
  ] as const)("%s", ([code, status_code]) => {
    expect(publishedNumber(code)).toEqual({ value: null, status_code, source_code: code });
    expect(publishedShare(` ${code} `, "PTRWM_EXP")).toEqual({ value: null, status_code, source_code: code });
  });

  test.for([[""], [" "], [null]] as const)("an empty cell (%j) is not available", ([cell]) => {
    expect(publishedNumber(cell)).toEqual({ value: null, status_code: "x", source_code: null });
  });
});

test.for([
  ["12", 12],
  ["-1.5", -1.5],
  ["0", 0],
  ["£45,421", 45421],
  ["248,617", 248617],
  ["221,076.1", 221076.1],
  ["61494.7", 61494.7],
  [16.3, 16.3],
] as const)("the number %s is read", ([cell, value]) => {
  expect(publishedNumber(cell)).toEqual({ value, status_code: "", source_code: null });
});

test.for([["None"], ["12,5"], ["1,23"], ["about 5"], ["-"], [true]] as const)("%s is not a number", ([cell]) => {
  expect(publishedNumber(cell)).toBeUndefined();
});

test("a share is between 0 and 1, however it is written", () => {
  expect(publishedShare("67%", "PTRWM_EXP")?.value).toBe(0.67);
  expect(publishedShare("34.90%", "PTEBACC_E")?.value).toBe(0.349);
  expect(publishedShare("58", "PTL2BASICS_95_WGTAVG")?.value).toBe(0.58);
  expect(publishedShare("0%", "PTRWM_HIGH")?.value).toBe(0);
  // A workbook shows 0.67 as 67%, but 98.97 under a heading in per cent is 98.97%.
  expect(publishedShare(0.67, "PTRWM_EXP")?.value).toBe(0.67);
  expect(publishedShare(98.97, "Teachers with Qualified Teacher Status (%)")?.value).toBe(0.9897);
  expect(publishedShare("167%", "PTRWM_EXP")).toBeUndefined();
});

test("a date is read day first, and an impossible one is not", () => {
  expect(["01-09-2016", "1/9/2016", "20160901", "2016-09-01", ""].map(publishedDate)).toEqual([
    "2016-09-01",
    "2016-09-01",
    "2016-09-01",
    "2016-09-01",
    null,
  ]);
  expect(publishedDate("31-02-2016")).toBeUndefined();
  expect(publishedDate("soon")).toBeUndefined();
});

test("the academic year comes from the file's name, its columns or the person, and they must agree", () => {
  expect(yearOfFile("2018-2019_936_ks2final.csv", undefined, undefined)).toBe(201819);
  expect(yearOfFile("export.csv", 201819, undefined)).toBe(201819);
  expect(yearOfFile("export.csv", undefined, 201819)).toBe(201819);
  expect(() => yearOfFile("export.csv", undefined, undefined)).toThrow("--year 2018/19");
  expect(() => yearOfFile("2017-2018_ks2final.csv", 201819, undefined)).toThrow(
    "its columns are those of 2018/19, its name says 2017/18",
  );
  expect(["2018/19", "2018-2019", "201819", "2018/20", "next year"].map(readAcademicYear)).toEqual([
    201819,
    201819,
    201819,
    undefined,
    undefined,
  ]);
});

test("how final figures are is in the file's name, or asked for", () => {
  expect(releaseStatusOfFile("2017-2018_england_ks4provisional.csv", undefined)).toBe("provisional");
  expect(releaseStatusOfFile("2016-2017_320_ks4final.csv", undefined)).toBe("final");
  expect(() => releaseStatusOfFile("export.csv", undefined)).toThrow("--release final");
  expect(dateInName("20220420_936_gias.csv")).toBe("2022-04-20");
  expect(dateInName("2018-2019_936_ks2final.csv")).toBeUndefined();
});
