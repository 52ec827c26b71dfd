using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>
/// Makes the codecs of dictionaries, each by a method with the name of the dictionary. All are maps. Keys that are
/// texts are compared ordinally.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MapCodecs
{
    /// <summary>The codec of a <see cref="Dictionary{TKey, T}"/>.</summary>
    public static IElementCodec<Dictionary<TKey, T>> Dictionary<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<Dictionary<TKey, T>, TKey, T>(key, item, static entries => entries);

    /// <summary>The codec of an <see cref="IDictionary{TKey, T}"/>. Read as a dictionary.</summary>
    public static IElementCodec<IDictionary<TKey, T>> IDictionary<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<IDictionary<TKey, T>, TKey, T>(key, item, static entries => entries);

    /// <summary>The codec of an <see cref="IReadOnlyDictionary{TKey, T}"/>. Read as a dictionary.</summary>
    public static IElementCodec<IReadOnlyDictionary<TKey, T>> IReadOnlyDictionary<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<IReadOnlyDictionary<TKey, T>, TKey, T>(key, item, static entries => entries);

    /// <summary>The codec of a <see cref="SortedDictionary{TKey, T}"/>.</summary>
    public static IElementCodec<SortedDictionary<TKey, T>> SortedDictionary<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<SortedDictionary<TKey, T>, TKey, T>(
            key,
            item,
            static entries => new SortedDictionary<TKey, T>(entries, SortOrder<TKey>.Comparer));

    /// <summary>The codec of a <see cref="SortedList{TKey, T}"/>.</summary>
    public static IElementCodec<SortedList<TKey, T>> SortedList<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<SortedList<TKey, T>, TKey, T>(
            key,
            item,
            static entries => new SortedList<TKey, T>(entries, SortOrder<TKey>.Comparer));

    /// <summary>The codec of a <see cref="ReadOnlyDictionary{TKey, T}"/>.</summary>
    public static IElementCodec<ReadOnlyDictionary<TKey, T>> ReadOnlyDictionary<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<ReadOnlyDictionary<TKey, T>, TKey, T>(
            key,
            item,
            static entries => new ReadOnlyDictionary<TKey, T>(entries));

    /// <summary>The codec of a <see cref="ConcurrentDictionary{TKey, T}"/>.</summary>
    public static IElementCodec<ConcurrentDictionary<TKey, T>> ConcurrentDictionary<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<ConcurrentDictionary<TKey, T>, TKey, T>(
            key,
            item,
            static entries => new ConcurrentDictionary<TKey, T>(entries, entries.Comparer));

    /// <summary>The codec of an <see cref="ImmutableDictionary{TKey, T}"/>.</summary>
    public static IElementCodec<ImmutableDictionary<TKey, T>> ImmutableDictionary<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<ImmutableDictionary<TKey, T>, TKey, T>(
            key,
            item,
            static entries => entries.ToImmutableDictionary(entries.Comparer));

    /// <summary>The codec of an <see cref="IImmutableDictionary{TKey, T}"/>.</summary>
    public static IElementCodec<IImmutableDictionary<TKey, T>> IImmutableDictionary<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<IImmutableDictionary<TKey, T>, TKey, T>(
            key,
            item,
            static entries => entries.ToImmutableDictionary(entries.Comparer));

    /// <summary>The codec of an <see cref="ImmutableSortedDictionary{TKey, T}"/>.</summary>
    public static IElementCodec<ImmutableSortedDictionary<TKey, T>> ImmutableSortedDictionary<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<ImmutableSortedDictionary<TKey, T>, TKey, T>(
            key,
            item,
            static entries => entries.ToImmutableSortedDictionary(SortOrder<TKey>.Comparer));

    /// <summary>The codec of a <see cref="FrozenDictionary{TKey, T}"/>.</summary>
    public static IElementCodec<FrozenDictionary<TKey, T>> FrozenDictionary<TKey, T>(
        IKeyCodec<TKey> key,
        IElementCodec<T> item)
        where TKey : notnull =>
        new MapCodec<FrozenDictionary<TKey, T>, TKey, T>(
            key,
            item,
            static entries => entries.ToFrozenDictionary(entries.Comparer));
}
