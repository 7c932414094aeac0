import { type Random, randomStream } from "./random.ts";

const first =
  `Alder Anise Aspen Aster Azure Basil Beck Briar Brook Bryony Cedar Celandine Cinder Clove Clover Coral Cove Cricket
  Dunlin Ember Fable Fennel Finch Flint Frost Gale Garnet Glen Harbour Heron Ivory Jasper Juniper Kestrel Larch Linden Linnet
  Lyric Marlow Meadow Merle Mica Moss Ochre Olive Onyx Opal Pepper Perry Pine Plover Quill Rain Reed Rill River Robin Rowan
  Rush Sage Sedge Sky Sorrel Sparrow Storm Tansy Teal Thyme Vale Wren Yarrow`.split(/\s+/);

const lastStart =
  `Amber Barley Bramble Button Candle Clover Cobble Copper Feather Fern Harvest Hazel Honey Lantern Maple Marble
  Minnow Moss Nettle Otter Pebble Quill Ribbon Rowan Saddle Sorrel Thimble Thistle Willow Winter`.split(/\s+/);
const lastEnd = "bank beck brook croft dale fold gate holt ley mere stile stone well wick worth yard".split(" ");

/** Hands out invented names, none of them twice: plants, birds and stones, with family names like Thimblewick. */
export function nameGiver(): () => { first_name: string; last_name: string } {
  const random: Random = randomStream("names");
  const given = new Set<string>();
  return () => {
    for (;;) {
      const name = { first_name: random.pick(first), last_name: random.pick(lastStart) + random.pick(lastEnd) };
      const whole = `${name.first_name} ${name.last_name}`;
      if (given.has(whole)) continue;
      given.add(whole);
      return name;
    }
  };
}
