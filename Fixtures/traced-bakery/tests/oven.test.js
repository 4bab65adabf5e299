describe("oven", () => {
  // @spec oven/1.1
  test("is hot ten minutes before", () => {
    expect(heat(30)).toBe(20);
  });

  // @spec oven/1.2
  test("warns of an open door", () => {
    expect(door(61)).toBe(true);
  });
});
