using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace SseGen.JsonCases.Cases;

public sealed record DictionaryInterfaces(IDictionary<string, int> Dictionary, IReadOnlyDictionary<string, string?> ReadOnly);

public sealed record DictionaryClasses(
    SortedDictionary<string, int> Sorted, SortedList<int, string?> List, ConcurrentDictionary<string, int> Concurrent, ReadOnlyDictionary<string, int> ReadOnly,
    OrderedDictionary<string, int> Ordered);

public sealed record DictionaryImmutables(ImmutableDictionary<string, int> Dictionary, ImmutableSortedDictionary<int, int> Sorted, FrozenDictionary<int, string> Frozen);

public sealed record ReferenceKeys(Dictionary<Uri, int> Uris, Dictionary<Version, int> Versions, Dictionary<string, int> Strings);

public sealed record EnumKeys(Dictionary<Color, int> Numbers, Dictionary<Access, int> Flags, Dictionary<Named, int> Named);

/// <summary>A user's dictionary.</summary>
public sealed class Headers : Dictionary<string, string?>;

/// <summary>A user's dictionary that is one through the interface alone.</summary>
public sealed class Fixed : IReadOnlyDictionary<string, int>
{
    private readonly Dictionary<string, int> _entries = new() { ["one"] = 1, ["two"] = 2 };

    public int Count => _entries.Count;

    public IEnumerable<string> Keys => _entries.Keys;

    public IEnumerable<int> Values => _entries.Values;

    public int this[string key] => _entries[key];

    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    public bool TryGetValue(string key, out int value) => _entries.TryGetValue(key, out value);

    IEnumerator<KeyValuePair<string, int>> IEnumerable<KeyValuePair<string, int>>.GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();
}

public sealed record OwnDictionaries(Headers Headers, Fixed Fixed, KeyValuePair<string, int> Pair, KeyValuePair<int, string?>[] Pairs);

/// <summary>Every kind of dictionary, and every kind of key. Keys of value types stand in <see cref="ScalarCases"/>.</summary>
public static class DictionaryCases
{
    [EventStream("/dictionaries/interfaces")]
    public static IAsyncEnumerable<DictionaryInterfaces> Interfaces(ulong seed) => Case.Stream(seed, static v =>
        new DictionaryInterfaces(v.Map(v.String, v.Int), v.Map(v.String, () => v.MaybeNull(v.String))));

    [EventStream("/dictionaries/classes")]
    public static IAsyncEnumerable<DictionaryClasses> Classes(ulong seed) => Case.Stream(seed, static v => new DictionaryClasses(
        new(v.Map(v.String, v.Int), StringComparer.Ordinal), new(v.Map(v.Int, () => v.MaybeNull(v.String))), new(v.Map(v.String, v.Int)), new(v.Map(v.String, v.Int)),
        new(v.Map(v.String, v.Int))));

    [EventStream("/dictionaries/immutables")]
    public static IAsyncEnumerable<DictionaryImmutables> Immutables(ulong seed) => Case.Stream(seed, static v => new DictionaryImmutables(
        v.Map(() => "only", v.Int).ToImmutableDictionary(), v.Map(v.Int, v.Int).ToImmutableSortedDictionary(), v.Map(v.Int, v.String).ToFrozenDictionary()));

    [EventStream("/dictionaries/references")]
    public static IAsyncEnumerable<ReferenceKeys> References(ulong seed) => Case.Stream(seed, static v =>
        new ReferenceKeys(v.Map(v.Uri, v.Int), v.Map(v.Version, v.Int), v.Map(v.String, v.Int)));

    [EventStream("/dictionaries/enums")]
    public static IAsyncEnumerable<EnumKeys> Enums(ulong seed) => Case.Stream(seed, static v =>
        new EnumKeys(v.Map(v.Enum<Color>, v.Int), v.Map(v.Enum<Access>, v.Int), v.Map(v.Enum<Named>, v.Int)));

    [EventStream("/dictionaries/own")]
    public static IAsyncEnumerable<OwnDictionaries> Own(ulong seed) => Case.Stream(seed, static v =>
        new OwnDictionaries(new Headers { ["a"] = v.MaybeNull(v.String) }, new Fixed(), new(v.String(), v.Int()), v.Array(() => new KeyValuePair<int, string?>(v.Int(), null))));
}
