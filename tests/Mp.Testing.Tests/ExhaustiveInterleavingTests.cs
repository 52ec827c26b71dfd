using System.Collections.Concurrent;
using Mp.Torture.Interleavings;

namespace Mp.Testing.Tests;

/// <summary>A few events in every order that there is. <c>Mp.Torture interleavings</c> does the same, and goes deeper.</summary>
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
    public void EveryOrder_IsPlayedOnce()
    {
        var orders = new ConcurrentBag<string>();

        new Exploration(() => new RareStory(orders.Add), Depth).Run();

        // The story is played to see where the threads begin as well; those orders count once more.
        Assert.Equal(["abcx", "abxc", "axbc", "xabc"], orders.Distinct().Order(StringComparer.Ordinal));
    }

    // Three steps one after the other, and one at any time: it must not come after two of them.
    private sealed class RareStory(Action<string>? onOver = null) : Story
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
            onOver?.Invoke(_order);
            Expect(onOver is not null || _order != "abxc", "it came after two");
        }
    }
}
