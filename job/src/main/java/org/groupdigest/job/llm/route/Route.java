package org.groupdigest.job.llm.route;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.RoutedRequest;

/**
 * The way of one prompt: looked up under every model that may have answered it, then asked of one
 * model after another.
 */
final class Route {

  private final RouteServices services;
  private final RoutedRequest request;
  private final List<CallKey> keys;
  private final Receipt receipt;
  private final Deadline deadline;

  Route(RouteServices services, RoutedRequest request) {
    this.services = services;
    this.request = request;
    this.keys =
        services.chain().of(request.tier()).stream()
            .map(model -> CallKeys.of(request, model))
            .toList();
    this.receipt = new Receipt(request.stages(), services.settings().prices());
    this.deadline =
        new Deadline(services.clock().instant().plus(services.settings().retry().deadline()));
  }

  CompletionStage<RoutedAnswer> begin() {
    return lookUp(0);
  }

  /** The receipt of a route without an answer; its call is the one that was wanted most. */
  RoutedAnswer failed(String errorCode) {
    return receipt.failed(keys.isEmpty() ? "" : keys.get(0).callId(), errorCode);
  }

  private CompletionStage<RoutedAnswer> lookUp(int place) {
    if (place == keys.size()) {
      return ask(0, keys.isEmpty() ? Codes.NO_MODEL : Codes.DEADLINE);
    }
    CallKey key = keys.get(place);
    return services
        .answers()
        .find(key)
        .thenCompose(
            found ->
                found.isPresent()
                    ? done(receipt.answered(key, found.get(), true))
                    : lookUp(place + 1));
  }

  private CompletionStage<RoutedAnswer> ask(int place, String lastError) {
    if (place == keys.size()) {
      return done(failed(lastError));
    }
    CallKey key = keys.get(place);
    return new ModelTurn(services, request, key, receipt, deadline, lastError)
        .begin()
        .thenCompose(
            end -> {
              if (end instanceof TurnEnd.Answered answered) {
                return done(receipt.answered(key, answered.answer(), false));
              }
              return end instanceof TurnEnd.Next next
                  ? ask(place + 1, next.errorCode())
                  : done(failed(((TurnEnd.Stop) end).errorCode()));
            });
  }

  private static CompletionStage<RoutedAnswer> done(RoutedAnswer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
