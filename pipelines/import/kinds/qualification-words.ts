import { choicesFrom, knownWords } from "./draft.ts";

/** The codes of qualifications, with the words that exports use for them. */
export const qualificationWords = {
  choices: choicesFrom({
    QTS: "Qualified teacher status (QTS)",
    QTLS: "Qualified teacher learning and skills (QTLS)",
    ECT: "Early career induction (ECT)",
    NPQLT: "NPQ for leading teaching",
    NPQLBC: "NPQ for leading behaviour and culture",
    NPQLTD: "NPQ for leading teacher development",
    NPQLL: "NPQ for leading literacy",
    NPQLPM: "NPQ for leading primary mathematics",
    NPQSL: "NPQ for senior leadership",
    NPQH: "NPQ for headship",
    NPQEL: "NPQ for executive leadership",
    NPQEYL: "NPQ for early years leadership",
    NPQSENCO: "NPQ for special educational needs co-ordinators",
    HLTA: "Higher level teaching assistant (HLTA)",
    NQT: "Newly qualified teacher induction (before 2021)",
    NPQML: "NPQ for middle leadership (ended 2021)",
    NASENCO: "National award for SEN co-ordination (before 2024)",
    LPSH: "Leadership programme for serving heads (ended)",
  }),
  knownKey: knownWords({
    QTLS: /\bqtls\b|qualified teacher learning/,
    NASENCO: /nasenco|national award.*\bsen/,
    NPQLTD: /npq ?-?\(?ltd\b|\bnational professional qualification.*teacher development|npq.*teacher development/,
    NPQLBC: /npq ?-?\(?lbc\b|(npq|national professional qualification).*behaviou?r/,
    NPQLPM: /npq ?-?\(?lpm\b|(npq|national professional qualification).*math/,
    NPQLL: /npq ?-?\(?ll\b|(npq|national professional qualification).*literacy/,
    NPQLT: /npq ?-?\(?lt\b|(npq|national professional qualification).*leading teaching/,
    NPQSL: /npq ?-?\(?sl\b|(npq|national professional qualification).*senior lead/,
    NPQEYL: /npq ?-?\(?eyl\b|(npq|national professional qualification).*early years/,
    NPQEL: /npq ?-?\(?el\b|(npq|national professional qualification).*executive/,
    NPQSENCO: /npq ?-?\(?senco\b|(npq|national professional qualification).*(senco|special educational)/,
    NPQML: /npq ?-?\(?ml\b|(npq|national professional qualification).*middle lead/,
    NPQH: /npq ?-?\(?h\b|(npq|national professional qualification).*headship/,
    HLTA: /\bhlta\b|higher level teaching assistant/,
    LPSH: /\blpsh\b|serving heads/,
    ECT: /\bect\b|\becf\b|early career/,
    NQT: /\bnqt\b|newly qualified/,
    QTS: /\bqts\b|^qualified teacher( status)?$/,
  }),
};

/** How exports word how far a qualification got. */
export const qualificationStates = {
  choices: choicesFrom({ in_progress: "In progress", gained: "Gained", withdrawn: "Withdrawn" }),
  knownKey: knownWords({
    withdrawn: /withdr|dropped|did not complete|discontinued|cancel/,
    in_progress:
      /progress|current|study|enrol|regist|working|started|ongoing|deferred|due|on programme|not yet|incomplete/,
    gained: /gain|award|achiev|pass|complete|held|holds|qualified|obtain|certificat|^(y|yes)$/,
  }),
};
