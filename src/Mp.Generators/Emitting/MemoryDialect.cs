using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Emitting;

/// <summary>The table over messages of the same process: elements are asked for by their index.</summary>
internal sealed class MemoryDialect : TableDialect
{
    /// <inheritdoc/>
    public override string MessageType => "MemoryMessage";

    /// <inheritdoc/>
    public override string MessageArgument => "message";

    /// <inheritdoc/>
    public override string ArmParameterOf(Arm arm) => "";

    /// <inheritdoc/>
    public override void WriteBeginning(CodeWriter code, MatchPlan plan)
    {
    }

    /// <inheritdoc/>
    public override void WriteBranches(CodeWriter code, MatchPlan plan, Action<TagBranch> writeArms)
    {
        if (plan.LooksUpTags)
        {
            using (code.Block($"switch (dispatch.Find({TagTableEmitter.Field}, message))"))
            {
                TagTableEmitter.WriteCases(code, plan, writeArms);
            }

            return;
        }

        using (code.Block("switch (message.Tag)"))
        {
            foreach (TagBranch branch in plan.Branches)
            {
                using (code.Indent($"case {TagTableEmitter.LiteralOf(branch)}:"))
                {
                    writeArms(branch);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string ArgumentsOf(Arm arm, MatchPlan plan) => "message, ref dispatch";

    /// <inheritdoc/>
    public override string RestOf(Arm arm) => $"message.GetRest({arm.RestPosition})";

    /// <inheritdoc/>
    public override string ReadChoice(CodeWriter code, MatchPlan plan, Arm arm, string number) =>
        $"message.TryGetInt64({arm.Steps[0].Position}, out long choice{number})";

    /// <inheritdoc/>
    public override string FindChoice(CodeWriter code, MatchPlan plan, Arm arm, string number) =>
        $"message.TryGetString({arm.Steps[0].Position}, out string? choice{number}) ? choice{number} : null";

    /// <inheritdoc/>
    public override string Condition(ArmStep step, Arm arm, CodecFields codecs) => step.Kind switch
    {
        StepKind.Compare => Compare(step.Constant!, step.Position),
        StepKind.Pass => $"message.Count > {step.Position}",
        _ => Bind(step, arm, "message.TryGet", $"{step.Position}, ", codecs),
    };

    private static string Compare(ConstantModel constant, int position) => constant.Kind switch
    {
        ConstantKind.Null => $"message.IsNull({position})",
        ConstantKind.String =>
            $"message.IsConstant({position}, {SymbolDisplay.FormatLiteral(constant.Value, quote: true)})",
        _ => $"message.IsConstant({position}, {constant.Value})",
    };
}
