using System.Collections.Concurrent;
using Mp.Torture.Interleavings;

namespace Mp.Testing.Tests;

/// <summary>
/// A few events in every order that there is. <c>Mp.Torture interleavings</c> does the same, and goes deeper.
/// </summary>
public sealed class ExhaustiveInterleavingTests
{
    private const int Depth = 5;

    public static TheoryData<string> Names => [.. InterleavingsRun.Stories.Select(static story => story.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhateverComesFirst_TheGuaranteesHold(string name)
    {
        var exploration = new Exploration(InterleavingsRun.Stories.Single(story => story.Name == name).Create, Depth);

        exploration.Run();

        Assert.Empty(exploration.Findings);
        Assert.True(exploration.Count > Depth);
    }

    [Fact]
    public void WhatGoesWrongInOneOrderOnly_IsFound_AndCanBePlayedAgain()
    {
        var exploration = new Exploration(static () => new RareStory(), Depth);
        exploration.Run();
        string finding = Assert.Single(exploration.Findings);
        int[] order = [.. finding.Split("--order ")[1].TrimEnd(')').Split(',').Select(int.Parse)];

        var again = new Exploration(static () => new RareStory(), Depth);
        again.Play(order.Length, order);

        Assert.Equal(finding, Assert.Single(again.Findings));
    }

    [Fact]
    public void EveryOrder_IsPlayedOnce_HoweverManyDecisionsItHas()
    {
        var orders = new ConcurrentBag<string>();
        var exploration = new Exploration(() => new LongStory(orders.Add), depth: 7);

        exploration.Run();

        // The story is played to see where the threads begin as well; those orders do not count.
        Assert.Equal(
            ["abcdefx", "abcdexf", "abcdxef", "abcxdef", "abxcdef", "axbcdef", "xabcdef"],
            orders.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(7, exploration.Count);
    }

    [Fact]
    public void StoryThatThrows_IsAFinding()
    {
        var exploration = new Exploration(
            static () => new LongStory(static _ => throw new InvalidOperationException("oh")),
            Depth);

        exploration.Run();

        Assert.Contains("oh", Assert.Single(exploration.Findings), StringComparison.Ordinal);
    }

    // Three steps one after the other, and one at any time: it must not come after two of them.
    private sealed class RareStory : Story
    {
        private string _order = "";

        protected override void Begin()
        {
        }

        protected override void Happen()
        {
            Sometime(() => _order += "a", () => _order += "b", () => _order += "c");
            Sometime(() => _order += "x");
        }

        protected override void Judge()
        {
            Expect(_order != "abxc", "it came after two");
        }
    }

    // Six steps one after the other, and one at any time: more decisions than are dealt out to threads.
    private sealed class LongStory(Action<string> onOver) : Story
    {
        private string _order = "";

        protected override void Begin()
        {
        }

        protected override void Happen()
        {
            Sometime([.. "abcdef".Select(step => (Action)(() => _order += step))]);
            Sometime(() => _order += "x");
        }

        protected override void Judge() => onOver(_order);
    }
}
