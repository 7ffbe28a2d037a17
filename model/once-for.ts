/**
 * A function of an object that is worked out once for each: several rules ask the same of a file, some for each of its thousands
 * of entries. What it gives is kept as long as the object, which nobody changes.
 */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}
