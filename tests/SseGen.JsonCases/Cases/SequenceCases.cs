using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace SseGen.JsonCases.Cases;

public sealed record Interfaces(
    IEnumerable<string?> Enumerable, ICollection<int> Collection, IList<int> List, IReadOnlyCollection<int> ReadOnly, ISet<int> Set, IReadOnlySet<int> ReadOnlySet);

public sealed record Classes(
    Queue<int> Queue, Stack<int> Stack, LinkedList<int> Linked, SortedSet<string> Sorted, Collection<int> Collection, ReadOnlyCollection<int> ReadOnly,
    ObservableCollection<int> Observable, ConcurrentQueue<int> ConcurrentQueue, ConcurrentBag<int> Bag);

public sealed record Immutables(
    ImmutableArray<int> Array, ImmutableList<string?> List, ImmutableHashSet<int> Set, ImmutableQueue<int> Queue, ImmutableStack<int> Stack,
    ImmutableSortedSet<int> Sorted, FrozenSet<int> Frozen, ImmutableArray<int>? Optional);

public sealed record Memories(Memory<int> Memory, ReadOnlyMemory<string?> ReadOnly, Memory<byte> Bytes, ReadOnlyMemory<byte>? Optional, ArraySegment<int> Segment);

public sealed record ByteSequences(byte[]? Bytes, byte[]?[] Arrays, List<byte> List, IReadOnlyList<byte> Interface, sbyte[] Signed);

public sealed record Nested(int[][] Jagged, List<List<string?>?> Lists, Dictionary<string, Dictionary<int, List<int>>> Maps, (int, int)[] Tuples);

/// <summary>Interfaces that arrays, lists and anything else are behind; covariant ones, too.</summary>
public sealed record BehindInterfaces(
    IEnumerable<object?> Objects, IEnumerable<int> Enumerable, IReadOnlyList<string?> ReadOnlyList, IList<int?> List, ICollection<Guid> Collection,
    IReadOnlyCollection<(int, int)>? ReadOnlyCollection, IEnumerable<int> OfTwoMinds);

/// <summary>A user's list that enumerates something else than what is in it.</summary>
public sealed class Backwards : List<int>, IEnumerable<int>
{
    IEnumerator<int> IEnumerable<int>.GetEnumerator()
    {
        for (var i = Count; i > 0; i--)
        {
            yield return this[i - 1];
        }
    }
}

/// <summary>A user's list: what counts is what it is as a list.</summary>
public sealed class Basket : List<int>
{
    public string Ignored => "never written";
}

/// <summary>A user's sequence, whose public enumerator is another one than the interface's.</summary>
public sealed class Countdown(int from) : IEnumerable<int>
{
    public IEnumerator<string> GetEnumerator()
    {
        yield return "never written";
    }

    IEnumerator<int> IEnumerable<int>.GetEnumerator()
    {
        for (var i = from; i > 0; i--)
        {
            yield return i;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public struct Three : IEnumerable<int>
{
    public readonly IEnumerator<int> GetEnumerator() => Enumerable.Range(1, 3).GetEnumerator();

    readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed record Own(Basket Basket, Countdown Countdown, Three Three, Three? Optional);

/// <summary>Every kind of sequence that System.Text.Json writes as an array.</summary>
public static class SequenceCases
{
    [EventStream("/sequences/interfaces")]
    public static IAsyncEnumerable<Interfaces> Interfaces(ulong seed) => Case.Stream(seed, static v => new Interfaces(
        v.Array(() => v.MaybeNull(v.String)), v.List(v.Int), v.Array(v.Int), v.List(v.Int), new SortedSet<int>(v.Array(v.Int)), new SortedSet<int>(v.Array(v.Int))));

    [EventStream("/sequences/interfaces/behind")]
    public static IAsyncEnumerable<BehindInterfaces> BehindInterfaces(ulong seed) => Case.Stream(seed, static v => new BehindInterfaces(
        v.Array(v.String), Some(v, v.Int), (IReadOnlyList<string?>)Some(v, () => v.MaybeNull(v.String)), Some(v, () => v.Maybe(v.Int)), Some(v, v.Guid),
        v.Bool() ? null : (IReadOnlyCollection<(int, int)>)Some(v, () => (v.Int(), v.Int())), new Backwards { v.Int(), v.Int() }));

    [EventStream("/sequences/classes")]
    public static IAsyncEnumerable<Classes> Classes(ulong seed) => Case.Stream(seed, static v => new Classes(
        new(v.Array(v.Int)), new(v.Array(v.Int)), new(v.Array(v.Int)), new(v.Array(v.String), StringComparer.Ordinal), new(v.Array(v.Int)), new(v.Array(v.Int)),
        new(v.Array(v.Int)), new(v.Array(v.Int)), new(v.Array(v.Int))));

    [EventStream("/sequences/immutables")]
    public static IAsyncEnumerable<Immutables> Immutables(ulong seed) => Case.Stream(seed, static v => new Immutables(
        [.. v.Array(v.Int)], [.. v.Array(() => v.MaybeNull(v.String))], [.. v.Array(v.Int)], [.. v.Array(v.Int)], [.. v.Array(v.Int)],
        [.. v.Array(v.Int)], v.Array(v.Int).ToFrozenSet(), v.Maybe(() => v.Array(v.Int).ToImmutableArray())));

    [EventStream("/sequences/memories")]
    public static IAsyncEnumerable<Memories> Memories(ulong seed) => Case.Stream(seed, static v => new Memories(
        v.Array(v.Int), v.Array(() => v.MaybeNull(v.String)), v.Bytes(), v.Maybe<ReadOnlyMemory<byte>>(() => v.Bytes()), v.Array(v.Int)));

    [EventStream("/sequences/bytes")]
    public static IAsyncEnumerable<ByteSequences> Bytes(ulong seed) => Case.Stream(seed, static v => new ByteSequences(
        v.MaybeNull(v.Bytes), v.Array(() => v.MaybeNull(v.Bytes)), v.List(v.Byte), v.Bytes(), v.Array(v.SByte)));

    [EventStream("/sequences/nested")]
    public static IAsyncEnumerable<Nested> Nested(ulong seed) => Case.Stream(seed, static v => new Nested(
        v.Array(() => v.Array(v.Int)),
        v.List(() => v.MaybeNull(() => v.List(() => v.MaybeNull(v.String)))),
        v.Map(v.String, () => v.Map(v.Int, () => v.List(v.Int))),
        v.Array(() => (v.Int(), v.Int()))));

    [EventStream("/sequences/own")]
    public static IAsyncEnumerable<Own> Own(ulong seed) => Case.Stream(seed, static v => new Own([.. v.Array(v.Int)], new Countdown(v.Below(4)), default, v.Maybe(() => default(Three))));

    [EventStream("/sequences/root/list")]
    public static IAsyncEnumerable<List<int?>> RootList(ulong seed) => Case.Stream(seed, static v => v.List(() => v.Maybe(v.Int)));

    [EventStream("/sequences/root/array")]
    public static IAsyncEnumerable<string?[]> RootArray(ulong seed) => Case.Stream(seed, static v => v.Array(() => v.MaybeNull(v.String)));

    [EventStream("/sequences/root/map")]
    public static IAsyncEnumerable<Dictionary<string, string>> RootMap(ulong seed) => Case.Stream(seed, static v => v.Map(v.String, v.String));

    private static IList<T> Some<T>(Values v, Func<T> next) => v.Below(4) switch
    {
        0 => v.Array(next),
        1 => v.List(next),
        2 => new ArraySegment<T>(v.Array(next)),
        _ => new Collection<T>(v.Array(next)),
    };
}
