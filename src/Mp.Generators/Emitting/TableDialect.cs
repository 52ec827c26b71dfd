using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Emitting;

/// <summary>What differs between the match table over messages in memory and the one over bytes.</summary>
internal abstract class TableDialect
{
    /// <summary>The type of the message, without namespace.</summary>
    public abstract string MessageType { get; }

    /// <summary>The argument that is the message itself.</summary>
    public abstract string MessageArgument { get; }

    /// <summary>What the method of an arm needs between the message and the dispatch: a line, or empty.</summary>
    public abstract string ArmParameterOf(Arm arm);

    /// <summary>Opens the table: whatever must stand before the tags are compared.</summary>
    public abstract void WriteBeginning(CodeWriter code, MatchPlan plan);

    /// <summary>Writes the choice by tag.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="plan">What to choose from.</param>
    /// <param name="writeArms">Writes calls of these arms, and then a line that ends the choice.</param>
    public abstract void WriteBranches(CodeWriter code, MatchPlan plan, Action<TagBranch> writeArms);

    /// <summary>The arguments of a call of an arm.</summary>
    public abstract string ArgumentsOf(Arm arm, MatchPlan plan);

    /// <summary>The elements that are left after those that were asked for.</summary>
    public abstract string RestOf(Arm arm);

    /// <summary>Prepares to read the integer that an arm's first step compares.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="plan">What the arm is of.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="number">What ends the names of the variables: the integer's is <c>choice</c> and this.</param>
    /// <returns>The condition that reads it.</returns>
    public abstract string ReadChoice(CodeWriter code, MatchPlan plan, Arm arm, string number);

    /// <summary>Prepares to find the text that an arm's first step compares.</summary>
    /// <returns>The argument of the table's method to find it.</returns>
    public abstract string FindChoice(CodeWriter code, MatchPlan plan, Arm arm, string number);

    /// <summary>The condition that a step of an arm is.</summary>
    public abstract string Condition(ArmStep step, Arm arm, CodecFields codecs);

    /// <summary>The condition of a parameter: what binds it, and that it is missing if it may be.</summary>
    protected static string Bind(ArmStep step, Arm arm, string call, string position, CodecFields codecs)
    {
        ElementModel element = arm.Handler.Parameters[step.Parameter].Element!;
        string declaration = step.IsOptional ? "" : element.Variable + " ";
        string read = ElementText.Read(element, call, position, declaration, VariableOf(step.Parameter), codecs);
        string choice = element.Kind == ElementKind.Object ? $"({read})" : read;
        return step.IsOptional ? $"(message.Count <= {step.Position} || {choice})" : read;
    }

    /// <summary>What a parameter gets, from the variable that it was read into.</summary>
    public virtual string ValueOf(ParameterModel parameter, int index) => ElementText.Value(
        parameter.Element!,
        VariableOf(index),
        hasDefault: parameter.Default is not null);

    /// <summary>The variable that a parameter's value is in.</summary>
    public static string VariableOf(int parameter) => $"argument{parameter}";
}
