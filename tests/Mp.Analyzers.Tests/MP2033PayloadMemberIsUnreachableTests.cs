namespace Mp.Analyzers.Tests;

public sealed class MP2033PayloadMemberIsUnreachableTests
{
    [Fact]
    public Task MembersThatOnlyTheTypeCanSet_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] class Order
        {
            public int {|MP2033:Id|} { get; private set; }
            [Key("total")] private int {|MP2033:_total|};
            [Key("twice")] public int {|MP2033:Twice|} => 2 * Id + _total++;
        }

        class Animal { public int Legs { get; private set; } }
        [Payload] partial class {|MP2033:Bird|} : Animal { }
        """);

    [Fact]
    public Task MembersThatNobodyMayUse_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] partial class Order
        {
            public int Id { get; set; }
            [Obsolete("Use Id.", error: true)] public int {|MP2033:Number|} { get; set; }
            [Obsolete("Use Id.")] public int Old { get; set; }
        }
        """);

    [Fact]
    public Task InternalMembersOfPublicGenericTypes_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] public class Page<T> { [Key("x")] internal T {|MP2033:X|} = default!; public int Y { get; set; } }
        [Payload] public class {|MP2031:Box|}<T> { internal Box() { } public T X { get; set; } = default!; }
        [Payload] internal class Inner<T> { [Key("x")] internal T X = default!; }
        [Payload] public class Plain { [Key("x")] internal int X; }
        """);

    [Fact]
    public Task MembersThatTheCodecCanSet_OrNeedNot_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Payload] partial class Order
        {
            public int Id { get; private set; }
            [Key("total")] private int _total;
            public int Twice => 2 * Id + _total++;
        }

        [Payload] class Line(int count)
        {
            public int Count { get; private set; } = count;
            [IgnoreMember] public int Seen { get; private set; }
            private int Hidden { get; set; }
            public int Inside { get; internal set; }
        }

        partial class Animal { public int Legs { get; protected set; } }
        [Payload] partial class Bird : Animal { }
        """);

    [Fact]
    public Task Fix_MakesTheTypePartial() => AnalyzerHarness.VerifyFixAsync(
        new CodeFixes.MakePartialCodeFix(),
        """
        [Payload]
        public class Order
        {
            public int {|MP2033:Id|} { get; private set; }
        }
        """,
        """
        [Payload]
        public partial class Order
        {
            public int Id { get; private set; }
        }
        """);

    [Fact]
    public async Task WhereThatIsNoHelp_ThereIsNoFix() => Assert.False(await AnalyzerHarness.IsFixOfferedAsync(
        new CodeFixes.MakePartialCodeFix(),
        "[Payload] partial class Order { [Key(\"twice\")] public int Twice => 2; }"));
}
