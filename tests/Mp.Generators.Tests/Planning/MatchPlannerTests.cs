using Mp.Generators.Collections;
using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Tests.Planning;

/// <summary>The decision tree, from handlers that are made by hand: no compiler anywhere.</summary>
public sealed class MatchPlannerTests
{
    private static readonly ConstantModel Any = new(ConstantKind.Any, "");
    private static readonly ConstantModel Three = new(ConstantKind.Integer, "3L");

    [Fact]
    public void Branches_AreTheDistinctTags_WithAllThatCouldMatchThem()
    {
        MatchPlan plan = Plan(
            Handler([Tag("a")]),
            Handler([Tag("b")]),
            Handler([]),
            Handler([Tag("a"), Three]),
            Handler([Any]),
            Handler([Three]));

        Assert.Equal(["a", "b"], plan.Branches.Select(static branch => branch.Tag));
        Assert.Equal([0, 2, 3, 4], ArmsOf(plan.Branches[0].Groups));
        Assert.Equal([1, 2, 4], ArmsOf(plan.Branches[1].Groups));
        Assert.Equal([2, 4, 5], ArmsOf(plan.Others));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Tags_AreLookedUp_IfTheyAreMany(int tags, bool looksUp)
    {
        MatchPlan plan = Plan(
            [.. Enumerable.Range(0, tags).Select(static tag => Handler([Tag($"{tag}")])), Handler([Tag("0")])]);

        Assert.Equal(looksUp, plan.LooksUpTags);
    }

    [Fact]
    public void Arm_IsAlone_IfNothingElseIsTriedOnItsTag()
    {
        MatchPlan plan = Plan(Handler([Tag("a")]), Handler([Tag("b")]), Handler([Tag("a")]), Handler([Three]));

        Assert.Equal([false, true, false, false], plan.Arms.Select(static arm => arm.IsAlone));
        Assert.DoesNotContain(
            Plan(Handler([Tag("a")]), Handler([Any])).Arms,
            static arm => arm.IsAlone);
    }

    [Fact]
    public void Number_IsTriedOnItsText_AsSomePeersWriteIt()
    {
        MatchPlan plan = Plan(Handler([Tag("3")]), Handler([Tag("a")]), Handler([Three]));

        Assert.Equal([0, 2], ArmsOf(plan.Branches[0].Groups));
        Assert.Equal([1], ArmsOf(plan.Branches[1].Groups));
    }

    [Fact]
    public void Steps_BindWildcardsFirst_ThenWhatFollows()
    {
        Arm arm = Plan(Handler([Tag("a"), Any, Three], Integer, Optional)).Arms[0];

        Assert.Equal("a", arm.Tag);
        Assert.Equal(
            [
                new ArmStep { Kind = StepKind.Bind, Position = 1, Parameter = 0 },
                new ArmStep { Kind = StepKind.Compare, Position = 2, Constant = Three },
                new ArmStep { Kind = StepKind.Bind, Position = 3, Parameter = 1, IsOptional = true },
            ],
            arm.Steps);
    }

    [Fact]
    public void Wildcard_ForWhichNoParameterIsLeft_IsPassed()
    {
        Arm arm = Plan(Handler([Any, Any], Message, Optional)).Arms[0];

        Assert.Equal(
            [
                new ArmStep { Kind = StepKind.Bind, Position = 0, Parameter = 1 },
                new ArmStep { Kind = StepKind.Pass, Position = 1 },
            ],
            arm.Steps);
    }

    [Fact]
    public void Patterns_OfOneHandler_AreArmsThatKnowOfEachOther()
    {
        MatchPlan plan = MatchPlanner.Plan(new[]
        {
            Handler([Tag("a")]),
            Handler([Tag("b")]) with { Number = 1 },
            Handler([Tag("c")]) with { Number = 1 },
        }.ToEquatableArray());

        Assert.Equal([false, true, true], plan.Arms.Select(static arm => arm.IsOneOfSeveral));
        Assert.Equal([0, 1, 2], plan.Arms.Select(static arm => arm.Index));
    }

    [Fact]
    public void Plan_SaysWhatTheClassNeeds()
    {
        Assert.False(Plan(Handler([])).IsResumable);
        Assert.False(Plan(Handler([])).HasRemovable);
        Assert.True(Plan(Handler([]), Handler([]) with { Return = HandlerReturn.Task }).IsResumable);
        Assert.True(Plan(Handler([]), Handler([]) with { Return = HandlerReturn.Boolean }).HasRemovable);
        MatchPlan plan = Plan(Handler([]) with { Return = HandlerReturn.BooleanValueTask });
        Assert.True(plan.HasRemovable && plan.IsResumable);
    }

    [Fact]
    public void Neighbours_ThatDifferInAConstant_AreChosenAmong()
    {
        MatchPlan plan = Plan(
            Handler([Tag("a"), Number(1)]),
            Handler([Tag("a"), Number(2)]),
            Handler([Tag("a"), Number(1)]),
            Handler([Tag("b")]),
            Handler([Tag("a"), Number(3)]),
            Handler([Tag("a"), Number(4)]),
            Handler([Tag("a"), Any]),
            Handler([Tag("a"), Number(5)]),
            Handler([Tag("a"), Tag("x")]));

        EquatableArray<ArmGroup> groups = plan.Branches[0].Groups;
        Assert.Equal([ConstantKind.Integer, null, null, null], groups.Select(static group => group.ChosenBy));
        Assert.Equal([0, 1, 2, 4, 5], groups[0].Arms);
        Assert.Equal(
            [("1L", "0 2"), ("2L", "1"), ("3L", "4"), ("4L", "5")],
            groups[0].Choices(plan.Arms).Select(static choice => (choice.Key, string.Join(' ', choice))));
        Assert.Equal([6, 7, 8], ArmsOf(groups)[5..]);
    }

    [Fact]
    public void Overloads_OfOneConstant_AreTriedOneAfterTheOther()
    {
        MatchPlan plan = Plan([.. Enumerable.Range(0, 6).Select(static arm => Handler([Tag("a"), Number(arm % 3)]))]);

        Assert.Null(Assert.Single(plan.Branches[0].Groups).ChosenBy);
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, ConstantKind.String)]
    public void Few_AreNotWorthChoosingAmong(int arms, object? chosenBy)
    {
        MatchPlan plan = Plan([.. Enumerable.Range(0, arms).Select(static arm => Handler([Tag("a"), Tag($"{arm}")]))]);

        Assert.Equal(chosenBy, Assert.Single(plan.Branches[0].Groups).ChosenBy);
    }

    [Fact]
    public void FirstElements_AreChosenAmong_IfTheyAreNumbers()
    {
        MatchPlan plan = Plan([.. Enumerable.Range(0, 4).Select(static number => Handler([Number(number)]))]);

        Assert.Equal(ConstantKind.Integer, Assert.Single(plan.Others).ChosenBy);
    }

    private static ConstantModel Number(int value) => new(ConstantKind.Integer, $"{value}L");

    private static int[] ArmsOf(IEnumerable<ArmGroup> groups) =>
        [.. groups.SelectMany(static group => group.Arms)];

    private static ParameterModel Message => new()
    {
        Kind = ParameterKind.Message,
        Element = null,
        Default = null,
    };

    private static ParameterModel Integer => new()
    {
        Kind = ParameterKind.Element,
        Element = new ElementModel { Kind = ElementKind.Integer, Type = "int", Variable = "int", Codec = null },
        Default = null,
    };

    private static ParameterModel Optional => Integer with { Default = "0" };

    private static MatchPlan Plan(params HandlerModel[] handlers) => MatchPlanner.Plan(
        handlers.Select(static (handler, index) => handler with { Number = index }).ToEquatableArray());

    private static ConstantModel Tag(string text) => new(ConstantKind.String, text);

    private static HandlerModel Handler(ConstantModel[] pattern, params ParameterModel[] parameters) => new()
    {
        Number = 0,
        Name = "Handler",
        Target = "",
        Return = HandlerReturn.Nothing,
        Pattern = pattern.ToEquatableArray(),
        Parameters = parameters.ToEquatableArray(),
        Composed = null,
    };
}
