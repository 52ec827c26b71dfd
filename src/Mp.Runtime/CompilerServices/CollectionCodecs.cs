using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.ComponentModel;
using Immutable = System.Collections.Immutable;

namespace Mp.CompilerServices;

/// <summary>
/// Makes the codecs of collections of items, each by a method with the name of the collection. All are arrays of
/// elements, in the order in which they are enumerated.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CollectionCodecs
{
    /// <summary>The codec of an <see cref="IEnumerable{T}"/>. Read as an array.</summary>
    public static IElementCodec<IEnumerable<T>> IEnumerable<T>(IElementCodec<T> item) =>
        new SequenceCodec<IEnumerable<T>, T>(item, static items => items);

    /// <summary>The codec of an <see cref="IReadOnlyCollection{T}"/>. Read as an array.</summary>
    public static IElementCodec<IReadOnlyCollection<T>> IReadOnlyCollection<T>(IElementCodec<T> item) =>
        new SequenceCodec<IReadOnlyCollection<T>, T>(item, static items => items);

    /// <summary>The codec of an <see cref="IReadOnlyList{T}"/>. Read as an array.</summary>
    public static IElementCodec<IReadOnlyList<T>> IReadOnlyList<T>(IElementCodec<T> item) =>
        new SequenceCodec<IReadOnlyList<T>, T>(item, static items => items);

    /// <summary>The codec of an <see cref="ICollection{T}"/>. Read as a list.</summary>
    public static IElementCodec<ICollection<T>> ICollection<T>(IElementCodec<T> item) =>
        new SequenceCodec<ICollection<T>, T>(item, static items => new List<T>(items));

    /// <summary>The codec of an <see cref="IList{T}"/>. Read as a list.</summary>
    public static IElementCodec<IList<T>> IList<T>(IElementCodec<T> item) =>
        new SequenceCodec<IList<T>, T>(item, static items => new List<T>(items));

    /// <summary>The codec of an <see cref="ISet{T}"/>. Read as a hash set.</summary>
    public static IElementCodec<ISet<T>> ISet<T>(IElementCodec<T> item) =>
        new SequenceCodec<ISet<T>, T>(item, static items => new HashSet<T>(items, ItemEquality<T>.Comparer));

    /// <summary>The codec of an <see cref="IReadOnlySet{T}"/>. Read as a hash set.</summary>
    public static IElementCodec<IReadOnlySet<T>> IReadOnlySet<T>(IElementCodec<T> item) =>
        new SequenceCodec<IReadOnlySet<T>, T>(item, static items => new HashSet<T>(items, ItemEquality<T>.Comparer));

    /// <summary>The codec of a <see cref="HashSet{T}"/>.</summary>
    public static IElementCodec<HashSet<T>> HashSet<T>(IElementCodec<T> item) =>
        new SequenceCodec<HashSet<T>, T>(item, static items => new HashSet<T>(items, ItemEquality<T>.Comparer));

    /// <summary>The codec of a <see cref="SortedSet{T}"/>.</summary>
    public static IElementCodec<SortedSet<T>> SortedSet<T>(IElementCodec<T> item) =>
        new SequenceCodec<SortedSet<T>, T>(item, static items => new SortedSet<T>(items, SortOrder<T>.Comparer));

    /// <summary>The codec of a <see cref="Queue{T}"/>.</summary>
    public static IElementCodec<Queue<T>> Queue<T>(IElementCodec<T> item) =>
        new SequenceCodec<Queue<T>, T>(item, static items => new Queue<T>(items));

    /// <summary>The codec of a <see cref="Stack{T}"/>. The top comes first.</summary>
    public static IElementCodec<Stack<T>> Stack<T>(IElementCodec<T> item) =>
        new SequenceCodec<Stack<T>, T>(item, static items => new Stack<T>(Reversed(items)));

    /// <summary>The codec of a <see cref="LinkedList{T}"/>.</summary>
    public static IElementCodec<LinkedList<T>> LinkedList<T>(IElementCodec<T> item) =>
        new SequenceCodec<LinkedList<T>, T>(item, static items => new LinkedList<T>(items));

    /// <summary>The codec of a <see cref="Collection{T}"/>.</summary>
    public static IElementCodec<Collection<T>> Collection<T>(IElementCodec<T> item) =>
        new SequenceCodec<Collection<T>, T>(item, static items => new Collection<T>(new List<T>(items)));

    /// <summary>The codec of a <see cref="ReadOnlyCollection{T}"/>.</summary>
    public static IElementCodec<ReadOnlyCollection<T>> ReadOnlyCollection<T>(IElementCodec<T> item) =>
        new SequenceCodec<ReadOnlyCollection<T>, T>(item, static items => new ReadOnlyCollection<T>(items));

    /// <summary>The codec of an <see cref="ObservableCollection{T}"/>.</summary>
    public static IElementCodec<ObservableCollection<T>> ObservableCollection<T>(IElementCodec<T> item) =>
        new SequenceCodec<ObservableCollection<T>, T>(item, static items => new ObservableCollection<T>(items));

    /// <summary>The codec of a <see cref="ConcurrentQueue{T}"/>.</summary>
    public static IElementCodec<ConcurrentQueue<T>> ConcurrentQueue<T>(IElementCodec<T> item) =>
        new SequenceCodec<ConcurrentQueue<T>, T>(item, static items => new ConcurrentQueue<T>(items));

    /// <summary>The codec of a <see cref="ConcurrentStack{T}"/>. The top comes first.</summary>
    public static IElementCodec<ConcurrentStack<T>> ConcurrentStack<T>(IElementCodec<T> item) =>
        new SequenceCodec<ConcurrentStack<T>, T>(item, static items => new ConcurrentStack<T>(Reversed(items)));

    /// <summary>The codec of a <see cref="ConcurrentBag{T}"/>.</summary>
    public static IElementCodec<ConcurrentBag<T>> ConcurrentBag<T>(IElementCodec<T> item) =>
        new SequenceCodec<ConcurrentBag<T>, T>(item, static items => new ConcurrentBag<T>(items));

    /// <summary>The codec of an <see cref="ImmutableList{T}"/>.</summary>
    public static IElementCodec<ImmutableList<T>> ImmutableList<T>(IElementCodec<T> item) =>
        new SequenceCodec<ImmutableList<T>, T>(item, static items => items.ToImmutableList());

    /// <summary>The codec of an <see cref="IImmutableList{T}"/>.</summary>
    public static IElementCodec<IImmutableList<T>> IImmutableList<T>(IElementCodec<T> item) =>
        new SequenceCodec<IImmutableList<T>, T>(item, static items => items.ToImmutableList());

    /// <summary>The codec of an <see cref="ImmutableHashSet{T}"/>.</summary>
    public static IElementCodec<ImmutableHashSet<T>> ImmutableHashSet<T>(IElementCodec<T> item) =>
        new SequenceCodec<ImmutableHashSet<T>, T>(
            item,
            static items => items.ToImmutableHashSet(ItemEquality<T>.Comparer));

    /// <summary>The codec of an <see cref="IImmutableSet{T}"/>.</summary>
    public static IElementCodec<IImmutableSet<T>> IImmutableSet<T>(IElementCodec<T> item) =>
        new SequenceCodec<IImmutableSet<T>, T>(
            item,
            static items => items.ToImmutableHashSet(ItemEquality<T>.Comparer));

    /// <summary>The codec of an <see cref="ImmutableSortedSet{T}"/>.</summary>
    public static IElementCodec<ImmutableSortedSet<T>> ImmutableSortedSet<T>(IElementCodec<T> item) =>
        new SequenceCodec<ImmutableSortedSet<T>, T>(
            item,
            static items => items.ToImmutableSortedSet(SortOrder<T>.Comparer));

    /// <summary>The codec of an <see cref="ImmutableQueue{T}"/>.</summary>
    public static IElementCodec<ImmutableQueue<T>> ImmutableQueue<T>(IElementCodec<T> item) =>
        new SequenceCodec<ImmutableQueue<T>, T>(item, static items => Immutable.ImmutableQueue.Create(items));

    /// <summary>The codec of an <see cref="IImmutableQueue{T}"/>.</summary>
    public static IElementCodec<IImmutableQueue<T>> IImmutableQueue<T>(IElementCodec<T> item) =>
        new SequenceCodec<IImmutableQueue<T>, T>(item, static items => Immutable.ImmutableQueue.Create(items));

    /// <summary>The codec of an <see cref="ImmutableStack{T}"/>. The top comes first.</summary>
    public static IElementCodec<ImmutableStack<T>> ImmutableStack<T>(IElementCodec<T> item) =>
        new SequenceCodec<ImmutableStack<T>, T>(item, static items => Immutable.ImmutableStack.Create(Reversed(items)));

    /// <summary>The codec of an <see cref="IImmutableStack{T}"/>. The top comes first.</summary>
    public static IElementCodec<IImmutableStack<T>> IImmutableStack<T>(IElementCodec<T> item) =>
        new SequenceCodec<IImmutableStack<T>, T>(
            item,
            static items => Immutable.ImmutableStack.Create(Reversed(items)));

    /// <summary>The codec of a <see cref="FrozenSet{T}"/>.</summary>
    public static IElementCodec<FrozenSet<T>> FrozenSet<T>(IElementCodec<T> item) =>
        new SequenceCodec<FrozenSet<T>, T>(item, static items => items.ToFrozenSet(ItemEquality<T>.Comparer));

    /// <summary>The codec of an <see cref="ImmutableArray{T}"/>.</summary>
    public static IElementCodec<ImmutableArray<T>> ImmutableArray<T>(IElementCodec<T> item) =>
        new ImmutableArrayCodec<T>(item);

    private static T[] Reversed<T>(T[] items)
    {
        Array.Reverse(items);
        return items;
    }
}
