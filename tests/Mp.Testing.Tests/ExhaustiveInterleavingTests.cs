using System.Collections.Concurrent;
using Mp.Torture.Interleavings;

namespace Mp.Testing.Tests;

/// <summary>
/// A few events in every order that there is. <c>Mp.Torture interleavings</c> does the same, and goes deeper.
/// </summary>
public sealed class ExhaustiveInterleavingTests
{
    private const int Depth = 6;

    // Here all orders are played.
    private const int ComparedDepth = 5;

    public static TheoryData<string> Names => [.. InterleavingsRun.Stories.Select(static story => story.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhateverComesFirst_TheGuaranteesHold(string name)
    {
        Exploration exploration = Explore(name, Depth, isReduced: true);

        Assert.Empty(exploration.Findings);
        Assert.True(exploration.Count > 0);
    }

    // Of every kind of order there is one, it knows how many there are, and all of them come to the same.
    [Theory]
    [MemberData(nameof(Names))]
    public void OneOrderOfThoseThatComeToTheSame_StandsForAll(string name)
    {
        Exploration all = Explore(name, ComparedDepth, isReduced: false);
        Exploration reduced = Explore(name, ComparedDepth, isReduced: true);

        Assert.Equal(all.Count, reduced.OrdersLikeThese);
        Assert.Equal(all.Kinds.Keys.Order(StringComparer.Ordinal), reduced.Kinds.Keys.Order(StringComparer.Ordinal));
        Assert.All(all.Kinds, kind =>
        {
            OrderKind one = reduced.Kinds[kind.Key];
            Assert.Equal((1, kind.Value.Played), (one.Played, one.Orders));
            Assert.Equal(Assert.Single(one.Outcomes), Assert.Single(kind.Value.Outcomes));
        });
    }

    [Fact]
    public void WhatHappensAtOneNode_AndWhatAtAnother_IsPlayedInOneOrder_UnlessSomebodySeesBoth()
    {
        var apart = new Exploration(static () => new ApartStory(isSeen: false), depth: 6);
        var seen = new Exploration(static () => new ApartStory(isSeen: true), depth: 6);

        apart.Run();
        seen.Run();

        Assert.Equal((1, 20), (apart.Count, apart.OrdersLikeThese));
        Assert.Equal((20, 20), (seen.Count, seen.OrdersLikeThese));
    }

    [Fact]
    public void WhatGoesWrongInOneOrderOnly_IsFound_AndCanBePlayedAgain()
    {
        var exploration = new Exploration(static () => new RareStory(), Depth);
        exploration.Run();
        string finding = Assert.Single(exploration.Findings);
        int[] order = [.. finding.Split("--order ")[1].TrimEnd(')').Split(',').Select(int.Parse)];

        var again = new Exploration(static () => new RareStory(), Depth);
        again.Play(order);

        Assert.Equal(finding, Assert.Single(again.Findings));
    }

    [Fact]
    public void EveryOrder_IsPlayedOnce_HoweverManyDecisionsItHas()
    {
        var orders = new ConcurrentBag<string>();
        var exploration = new Exploration(() => new LongStory(orders.Add), depth: 9);

        exploration.Run();

        Assert.Equal(
            [
                "abcdefghx", "abcdefgxh", "abcdefxgh", "abcdexfgh", "abcdxefgh", "abcxdefgh", "abxcdefgh", "axbcdefgh",
                "xabcdefgh",
            ],
            orders.Order(StringComparer.Ordinal));
        Assert.Equal(9, exploration.Count);
    }

    [Fact]
    public void StoryThatThrows_IsAFinding()
    {
        var exploration = new Exploration(
            static () => new LongStory(static _ => throw new InvalidOperationException("oh")),
            Depth);

        exploration.Run();

        // Another thread may have played it as well.
        Assert.NotEmpty(exploration.Findings);
        Assert.All(exploration.Findings, static finding => Assert.Contains("oh", finding, StringComparison.Ordinal));
    }

    private static Exploration Explore(string name, int depth, bool isReduced)
    {
        var exploration = new Exploration(
            InterleavingsRun.Stories.Single(story => story.Name == name).Create,
            depth,
            isReduced)
        {
            KeepsKinds = true,
        };
        exploration.Run();
        return exploration;
    }

    // Three steps at each of two nodes, one after the other.
    private sealed class ApartStory(bool isSeen) : Story
    {
        protected override string Told => "";

        protected override void Begin()
        {
            AddNode();
            AddNode();
        }

        protected override void Happen()
        {
            Sometime(Cluster[0], Step, Step, Step);
            Sometime(Cluster[1], Step, Step, Step);
        }

        protected override void Judge()
        {
        }

        private void Step()
        {
            if (isSeen)
            {
                Show();
            }
        }
    }

    // Three steps one after the other, and one at any time: it must not come after two of them.
    private sealed class RareStory : WrittenStory
    {
        protected override void Happen()
        {
            Write("abc");
            Write("x");
        }

        protected override void Judge()
        {
            Expect(Told != "abxc", "it came after two");
        }
    }

    // Eight steps one after the other, and one at any time: more than are dealt out to threads.
    private sealed class LongStory(Action<string> onOver) : WrittenStory
    {
        protected override void Happen()
        {
            Write("abcdefgh");
            Write("x");
        }

        protected override void Judge() => onOver(Told);
    }

    // All that happens is written down.
    private abstract class WrittenStory : Story
    {
        private string _written = "";

        protected override string Told => _written;

        protected override void Begin()
        {
        }

        protected void Write(string letters) => Sometime(null, letters.Select(letter => (Action)(() =>
        {
            Show();
            _written += letter;
        })));
    }
}
