/** What each level of the evaluation model asks, how it is found out, and what that measures: the model of the policies, in plain words. */
import type { Level } from "../../pipelines/contract.ts";

/** One level of the model. */
export interface LevelModel {
  /** The questions that an evaluation at this level has to ask. */
  asks: readonly string[];
  /** How it is found out. */
  methods: readonly string[];
  /** What is measured. */
  measured: readonly string[];
}

/** Every level; provision has no level of its own in the model, and feeds the others. */
export const levelModel: Readonly<Record<Level, LevelModel>> = {
  provision: {
    asks: [
      "What was on offer, and for which need?",
      "Who took part, and who could not?",
      "Was it a series that went on, or a single event?",
      "Were people asked afterwards, and did they answer?",
    ],
    methods: ["the training record", "plans and needs", "how many forms came back"],
    measured: ["who took part", "how much was sustained", "whether promises were kept"],
  },
  reactions: {
    asks: [
      "What did people think of its quality?",
      "Do they want more of it, or something close to it?",
      "How likely do they think it is to make a difference?",
    ],
    methods: ["a form at the end of the session", "talks among staff"],
    measured: ["first satisfaction", "what to offer next"],
  },
  learning: {
    asks: [
      "Did people learn what was intended?",
      "Do they use it in their role?",
      "Who has seen it, besides themselves?",
      "Does one person use it alone, or is it shared?",
      "What would make it stronger, or keep it going?",
    ],
    methods: [
      "a demonstration",
      "reflection, said or written",
      "a form some months on",
      "talks with the person and with whoever leads them",
      "watching it happen",
    ],
    measured: ["new knowledge and skills", "what keeps them in use"],
  },
  outcomes: {
    asks: [
      "What is different for pupils?",
      "How are they doing in their work?",
      "How well do they feel, in body and mind?",
      "Are they more confident as learners?",
    ],
    methods: [
      "pupils’ results",
      "forms for pupils",
      "talks with pupils, parents, teachers and leaders",
      "a look at pupils’ work",
    ],
    measured: ["what pupils know", "how they feel about learning", "what they can do"],
  },
  organisation: {
    asks: [
      "Was it spoken up for and supported?",
      "Were problems dealt with, and success noticed?",
      "Was there enough time and money?",
      "What did it change in the organisation as a whole?",
      "Was it worth what it cost?",
      "Will it last, and who are the people it needs?",
    ],
    methods: [
      "forms",
      "talks with those who took part and with line managers",
      "costs beside results",
      "visits and inspection",
    ],
    measured: ["value for money", "change across the school", "what got in the way", "what will last"],
  },
};
