namespace Mp.Testing.Loops;

/// <summary>
/// Chooses what an <see cref="EventLoop"/> runs next, and is told what each step touches: so that it can tell which
/// orders come to the same.
/// </summary>
internal interface IStepOrder
{
    /// <summary>Names a step that is posted now.</summary>
    StepName NameNext();

    /// <summary>Chooses the next step; the one before has ended.</summary>
    /// <param name="ready">What can be next, in the order in which it was posted.</param>
    /// <returns>Its index.</returns>
    int ChooseStep(ReadOnlySpan<ReadyStep> ready);

    /// <summary>There is nothing to do until some time has passed.</summary>
    void OnIdle();

    /// <summary>The step that runs touches something.</summary>
    void Touch(Footprint things);

    /// <summary>
    /// A number for a timer that is set now, higher than those of the same machine: it says which is first of those
    /// that are due at the same instant.
    /// </summary>
    long NumberTimer();
}
